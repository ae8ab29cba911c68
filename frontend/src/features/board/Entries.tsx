import type { Schemas } from "../../api/client";
import { useCentre } from "../../app/centre";
import { type Say, t } from "../../i18n/words";
import { Candidates } from "../../sheet/Candidates";
import { pagesOf } from "../../sheet/pages";
import { EnterCandidate } from "./EnterCandidate";
import { WithdrawCandidate } from "./WithdrawCandidate";

interface Props {
  marks: Schemas["SheetOut"];
  /** Whether moderation has ended, after which nobody enters or leaves. */
  ended: boolean;
  done: (say: Say) => Promise<void>;
}

/** Who is entered, and for the board's operators, entering and withdrawing one. */
export function Entries({ marks, ended, done }: Props) {
  const { me } = useCentre();
  const words = t.value.board.entries;
  const late = marks.rows.flatMap((row, place) => (row.late ? [{ ...row, page: pagesOf(place + 1), words: "" }] : []));
  const operator = me.board.includes("board operator");
  return (
    <section>
      <h2 class="govuk-heading-m">{words.title}</h2>
      <p class="govuk-body">{t.value.outcomes.candidates(marks.candidates)}.</p>
      {late.length > 0 && (
        <>
          <p class="govuk-body">{words.late(late.length)}</p>
          <Candidates sheet={marks.id} list={late} />
        </>
      )}
      {operator && ended && <p class="govuk-body">{words.ended}</p>}
      {operator && !ended && (
        <>
          <EnterCandidate marks={marks} done={done} />
          {marks.candidates > 0 && <WithdrawCandidate marks={marks} done={done} />}
        </>
      )}
    </section>
  );
}
