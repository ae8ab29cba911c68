import type { ApiError, Schemas } from "../../api/client";
import { day, isoDay, startOfDay } from "../../lib/dates";
import { outcomeWords } from "../../sheet/outcome-words";
import { Confirm } from "../../ui/Confirm";
import { Facts } from "../../ui/Facts";
import { boardWords } from "./words";

interface Props {
  marks: Schemas["SheetOut"];
  adjusted: Schemas["OutcomeIn"]["adjusted"];
  note: string;
  /** The day from which the centre sees it, as 2027-08-19. */
  release: string;
  /** How many pieces of the sample are still to be sent, and how many were drawn. */
  unsent: number;
  drawn: number;
  busy: boolean;
  fault: ApiError | undefined;
  record: () => void;
  close: () => void;
}

/** The outcome as it will be recorded, and whether to record it although part of the sample was not sent. */
export function ReviewOutcome({ marks, adjusted, note, release, unsent, drawn, record, ...asked }: Props) {
  const words = boardWords.value.outcome;
  const { scale } = marks.assessment;
  const changed = adjusted.map(({ candidate, outcome }) => {
    const row = marks.rows.find((one) => one.candidate === candidate);
    return <div key={candidate}>{`${candidate} ${row?.name ?? ""}: ${outcomeWords(row?.outcome ?? null, scale)} → ${outcomeWords(outcome, scale)}`}</div>;
  });
  return (
    <Confirm title={unsent > 0 ? words.unsent(unsent, drawn) : words.review} yes={words.record} act={record} {...asked}>
      <Facts
        facts={[
          [words.result(adjusted.length), changed.length > 0 ? changed : words.accepted],
          [words.note, note],
          [words.release, release <= isoDay() ? words.atOnce : words.from(day(startOfDay(release)))],
        ]}
      />
    </Confirm>
  );
}
