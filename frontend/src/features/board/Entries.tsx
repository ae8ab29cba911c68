import type { Schemas } from "../../api/client";
import { useCentre } from "../../auth/centre";
import { t } from "../../i18n/words";
import { Candidates } from "../../sheet/Candidates";
import { originWords } from "../../sheet/note-words";
import { outcomeWords } from "../../sheet/outcome-words";
import { pagesOf } from "../../sheet/pages";
import { CandidateList } from "./ChooseCandidate";
import { EnterCandidate } from "./EnterCandidate";
import { MoveCandidate } from "./MoveCandidate";
import { WithdrawCandidate } from "./WithdrawCandidate";
import type { Done } from "./done";
import { boardWords } from "./words";

interface Props {
  marks: Schemas["SheetOut"];
  /** Whether moderation has ended: then nobody can be entered, moved or withdrawn, only corrected. */
  ended: boolean;
  done: Done;
}

/** Who is entered; the board's operators can also enter, correct, move and withdraw candidates. */
export function Entries({ marks, ended, done }: Props) {
  const { me } = useCentre();
  const words = boardWords.value.entries;
  const placed = marks.rows.map((row, place) => ({ ...row, page: pagesOf(place + 1), words: storyOf(row, marks.assessment.scale) }));
  const late = placed.filter((row) => row.late).map((row) => ({ ...row, words: "" }));
  const told = placed.filter((row) => row.words !== "");
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
      {told.length > 0 && (
        <>
          <p class="govuk-body">{words.told(told.length)}</p>
          <Candidates sheet={marks.id} list={told} />
        </>
      )}
      {operator && (
        <>
          {ended && <p class="govuk-body">{words.ended}</p>}
          <CandidateList rows={marks.rows} />
          <EnterCandidate marks={marks} ended={ended} done={done} />
          {!ended && marks.candidates > 0 && (
            <>
              <MoveCandidate marks={marks} done={done} />
              <WithdrawCandidate marks={marks} done={done} />
            </>
          )}
        </>
      )}
    </section>
  );
}

/** The former name, the former centre and the mark carried forward, as far as there are any. */
function storyOf({ note, outcome }: Schemas["RowOut"], scale: Schemas["AssessmentOut"]["scale"]): string {
  const words = originWords(note).join(". ");
  return note?.carried_from ? `${words}: ${outcomeWords(outcome, scale)}` : words;
}
