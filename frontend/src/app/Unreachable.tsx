import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { t } from "../i18n/words";
import { useComingBack } from "../lib/coming-back";
import { held } from "../lib/local-copy";
import { Page } from "../ui/Page";
import { Shell } from "./Shell";
import { loadConfig } from "../auth/config";

interface Props {
  reload: () => void;
}

/** Shown when even the sign-in's address could not be loaded; tries again by itself. */
export function Unreachable({ reload }: Props) {
  const rows = useSignal(0);
  useEffect(() => void held().then(({ length }) => (rows.value = length)), [rows]);
  useComingBack(() => loadConfig().then(reload, () => {}));
  const words = t.value.shell.unreachable;
  return (
    <Shell>
      <Page title={words.title}>
        <p class="govuk-body">
          {words.advice} {words.byItself} {words.urgent}
        </p>
        {rows.value > 0 && <p class="govuk-inset-text">{words.held(rows.value)}</p>}
        <button type="button" class="govuk-button" onClick={reload}>
          {t.value.shell.again}
        </button>
      </Page>
    </Shell>
  );
}
