import { useSignal } from "@preact/signals";
import { Link } from "wouter-preact";
import { getHead } from "../../api/head";
import { type Say, t } from "../../i18n/words";
import { moment } from "../../lib/dates";
import { anyOf } from "../../lib/people";
import { useResource } from "../../lib/resource";
import { ExtensionFacts } from "../../sheet/ExtensionFacts";
import { isSent, timeWords } from "../../sheet/lock";
import { Facts } from "../../ui/Facts";
import { FailedPage, Loading, Page } from "../../ui/Page";
import { AskForm } from "./AskForm";
import { moreTimeWords } from "./words";

/** Request more time for a sheet, and see what the board decided. */
export function MoreTime({ sheet }: { sheet: string }) {
  const { data, error, reload } = useResource(sheet, () => getHead(sheet));
  const said = useSignal<Say | undefined>(undefined);
  if (!data.value) return error.value ? <FailedPage error={error.value} retry={reload} /> : <Loading />;
  const { assessment, deadline, extension, may, submitters } = data.value;
  const words = moreTimeWords.value;
  const open = !isSent(data.value);
  const left = timeWords(data.value);
  const waits = extension?.granted === null;
  const done = async () => {
    await reload();
    said.value = () => moreTimeWords.value.said;
  };
  return (
    <Page title={t.value.links.moreTime} caption={`${assessment.code} ${assessment.title}`}>
      <div class="cm-said" role="status">
        {said.value?.()}
      </div>
      <Facts facts={[[words.deadline, left ? `${moment(deadline)} (${left})` : moment(deadline)]]} />
      {extension && <ExtensionFacts extension={extension} />}
      {!open && <p class="govuk-inset-text">{words.submitted}</p>}
      {open && waits && data.value.window === "open" && <p class="govuk-body">{words.meanwhile}</p>}
      {open && !waits && may.submit && <AskForm key={deadline} sheet={sheet} deadline={deadline} done={done} />}
      {open && !waits && !may.submit && <p class="govuk-inset-text">{words.turnTo(anyOf(submitters))}</p>}
      <ul class="govuk-list cm-actions">
        <li>
          <Link class="govuk-link" href={`/sheets/${sheet}`}>
            {t.value.links.marks}
          </Link>
        </li>
        <li>
          <Link class="govuk-link" href="/">
            {t.value.links.assessments}
          </Link>
        </li>
      </ul>
    </Page>
  );
}
