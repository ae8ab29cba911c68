import { useEffect, useRef } from "preact/hooks";
import type { ApiError, Schemas } from "../../api/client";
import { t } from "../../i18n/words";
import { Refusal } from "../../ui/Refusal";
import type { OtherCentre } from "./other-centre";

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

/** What moving does, before it is done. */
export function ConfirmMove({ marks, row, there, number, busy, fault, move, close }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  const words = t.value.board.entries.move;
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
    <dialog class="cm-dialog" ref={dialog} aria-labelledby="move-title" onClose={close}>
      <h2 class="govuk-heading-m" id="move-title">
        {words.ask(`${row.candidate} ${row.name}`, there.number)}
      </h2>
      <ul class="govuk-list govuk-list--bullet">
        {lines.map((said) => (
          <li key={said}>{said}</li>
        ))}
      </ul>
      <Refusal fault={fault} />
      <div class="cm-dialog__buttons">
        <button type="button" class="govuk-button govuk-button--warning" aria-disabled={busy} onClick={() => void move(() => dialog.current?.close())}>
          {words.button(row.candidate)}
        </button>
        <button type="button" class="govuk-button govuk-button--secondary" onClick={() => dialog.current?.close()}>
          {t.value.entry.paste.cancel}
        </button>
      </div>
    </dialog>
  );
}
