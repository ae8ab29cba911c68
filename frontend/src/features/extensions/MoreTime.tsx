import { useSignal } from "@preact/signals";
import { getHead } from "../../api/head";
import { type Say, t } from "../../i18n/words";
import { moment } from "../../lib/dates";
import { anyOf } from "../../lib/people";
import { useResource } from "../../lib/resource";
import { ExtensionFacts } from "../../sheet/ExtensionFacts";
import { SheetPage } from "../../sheet/SheetPage";
import { isSent } from "../../sheet/lock";
import { Facts } from "../../ui/Facts";
import { Unloaded } from "../../ui/Page";
import { Said } from "../../ui/Said";
import { AskForRole } from "../people/ask/AskForRole";
import { AskForm } from "./AskForm";
import { moreTimeWords } from "./words";

/** Request more time for a sheet, and see what the board decided. */
export function MoreTime({ sheet }: { sheet: string }) {
  const loaded = useResource(sheet, () => getHead(sheet));
  const said = useSignal<Say | undefined>(undefined);
  const head = loaded.data.value;
  if (!head) return <Unloaded loaded={loaded} />;
  const { deadline, extension, may, submitters } = head;
  const words = moreTimeWords.value;
  const open = !isSent(head);
  const waits = extension?.granted === null;
  const done = async () => {
    await loaded.reload();
    said.value = () => moreTimeWords.value.said;
  };
  return (
    <SheetPage head={head} here="moreTime" title={t.value.links.moreTime} loaded={loaded}>
      <Said say={said.value} />
      <Facts facts={[[words.deadline, moment(deadline)]]} />
      {extension && <ExtensionFacts extension={extension} />}
      {!open && <p class="govuk-inset-text">{words.submitted}</p>}
      {open && waits && head.window === "open" && <p class="govuk-body">{words.meanwhile}</p>}
      {open && !waits && may.submit && <AskForm key={deadline} sheet={sheet} deadline={deadline} done={done} />}
      {open && !waits && !may.submit && (
        <div class="govuk-inset-text">
          <p class="govuk-body">{words.turnTo(anyOf(submitters))}</p>
          <AskForRole centre={head.centre} wanted="submit marks" assessment={head.assessment.code} />
        </div>
      )}
    </SheetPage>
  );
}
