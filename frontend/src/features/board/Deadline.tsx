import type { Schemas } from "../../api/client";
import { useCentre } from "../../auth/centre";
import type { Say } from "../../i18n/words";
import { daysLeft, moment } from "../../lib/dates";
import { ExtensionFacts } from "../../sheet/ExtensionFacts";
import { timeWords } from "../../sheet/lock";
import { DecideExtension } from "./DecideExtension";
import { boardWords } from "./words";

interface Props {
  marks: Schemas["SheetOut"];
  done: (say: Say) => Promise<void>;
  again: () => Promise<void>;
}

/** The centre's deadline, and the extension it requested. */
export function Deadline({ marks, done, again }: Props) {
  const { me } = useCentre();
  const { deadline, overdue, extension, id } = marks;
  const left = timeWords(marks);
  const words = boardWords.value;
  return (
    <section>
      <h2 class="govuk-heading-m">{words.deadline}</h2>
      <p class="govuk-body">
        {moment(deadline)}
        {overdue ? <strong class="cm-late"> {words.overdue(-daysLeft(deadline))}</strong> : left && ` (${left})`}
      </p>
      {extension ? <ExtensionFacts extension={extension} /> : <p class="govuk-body">{words.extension.none}</p>}
      {extension?.granted === null &&
        (me.board.includes("board operator") ? (
          <DecideExtension sheet={id} deadline={deadline} extension={extension} done={done} again={again} />
        ) : (
          <p class="govuk-inset-text">{words.extension.whoDecides}</p>
        ))}
    </section>
  );
}
