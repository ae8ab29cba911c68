import type { ApiError, Schemas } from "../../api/client";
import { Confirm } from "../../ui/Confirm";
import type { OtherCentre } from "./other-centre";
import { boardWords } from "./words";

interface Props {
  marks: Schemas["SheetOut"];
  row: Schemas["RowOut"];
  there: OtherCentre;
  number: string;
  busy: boolean;
  fault: ApiError | undefined;
  move: (close: () => void) => Promise<void>;
  close: () => void;
}

/** What moving the candidate does, before it is done. */
export function ConfirmMove({ marks, row, there, number, move, ...asked }: Props) {
  const words = boardWords.value.entries.move;
  const { does } = words;
  const centre = `${there.number} ${there.name}`.trim();
  const lines = [
    does.joins(centre, number),
    row.note?.carried_from ? does.carried : does.mark(`${marks.centre.number} ${marks.centre.name}`),
    ...(marks.submission && !row.late ? [does.sent] : []),
    does.along,
    there.submitted ? does.late : does.ifLate,
  ];
  return (
    <Confirm title={words.ask(`${row.candidate} ${row.name}`, there.number)} yes={words.button(row.candidate)} act={(close) => void move(close)} {...asked}>
      <ul class="govuk-list govuk-list--bullet">
        {lines.map((said) => (
          <li key={said}>{said}</li>
        ))}
      </ul>
    </Confirm>
  );
}
