import { t } from "../i18n/words";
import { useComingBack } from "../lib/coming-back";
import { KeptHere } from "../ui/KeptHere";
import { Page } from "../ui/Page";
import { Shell } from "./Shell";
import { loadConfig } from "../auth/config";

interface Props {
  reload: () => void;
}

/** Shown when even the sign-in's address could not be loaded; tries again by itself. */
export function Unreachable({ reload }: Props) {
  useComingBack(() => loadConfig().then(reload, () => {}));
  const words = t.value.shell.unreachable;
  return (
    <Shell>
      <Page title={words.title}>
        <p class="govuk-body">
          {words.advice} {words.byItself} {words.urgent}
        </p>
        <KeptHere />
        <button type="button" class="govuk-button" onClick={reload}>
          {t.value.shell.again}
        </button>
      </Page>
    </Shell>
  );
}
