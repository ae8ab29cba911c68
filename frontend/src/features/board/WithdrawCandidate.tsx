import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import type { Schemas } from "../../api/client";
import { type Say, t } from "../../i18n/words";
import { useAct } from "../../lib/act";
import { Field } from "../../ui/Field";
import { Refusal } from "../../ui/Refusal";
import { ChooseCandidate } from "./ChooseCandidate";
import { withdrawCandidate } from "./api";
import { rowOf } from "./entry";

type Row = Schemas["RowOut"];

interface Props {
  marks: Schemas["SheetOut"];
  done: (say: Say) => Promise<void>;
}

/** Take a candidate off the sheet, after saying why and seeing what it does. */
export function WithdrawCandidate({ marks, done }: Props) {
  const typed = useSignal("");
  const reason = useSignal("");
  const tried = useSignal(false);
  const open = useSignal(false);
  const asking = useSignal<Row | undefined>(undefined);
  const words = t.value.board.entries.withdraw;
  const row = rowOf(typed.value, marks.rows);
  const noReason = reason.value.trim() === "";

  const ask = (event: SubmitEvent) => {
    event.preventDefault();
    tried.value = true;
    if (row && !noReason) asking.value = row;
    else document.getElementById(row ? "withdraw-reason" : "withdraw-candidate")?.focus();
  };
  const withdrawn = async (candidate: string) => {
    typed.value = "";
    reason.value = "";
    tried.value = false;
    open.value = false;
    await done((spoken) => spoken.board.entries.withdraw.said(candidate));
  };
  return (
    <details class="cm-fold" open={open.value} onToggle={(event) => (open.value = event.currentTarget.open)}>
      <summary>{words.title}</summary>
      <form onSubmit={ask} noValidate>
        <ChooseCandidate
          id="withdraw-candidate"
          {...(row ? { hint: row.name } : {})}
          error={tried.value && !row ? words.noCandidate : undefined}
          value={typed.value}
          type={(candidate) => (typed.value = candidate)}
        />
        <Field id="withdraw-reason" label={words.reason} hint={words.reasonHint} error={tried.value && noReason ? words.noReason : undefined}>
          {(props) => (
            <textarea class="govuk-textarea" {...props} rows={2} maxLength={1000} value={reason.value} onInput={(event) => (reason.value = event.currentTarget.value)} />
          )}
        </Field>
        <button type="submit" class="govuk-button govuk-button--secondary">
          {words.look}
        </button>
      </form>
      {asking.value && (
        <Confirm marks={marks} row={asking.value} reason={reason.value.trim()} done={withdrawn} close={() => (asking.value = undefined)} />
      )}
    </details>
  );
}

interface ConfirmProps {
  marks: Schemas["SheetOut"];
  row: Row;
  reason: string;
  done: (candidate: string) => Promise<void>;
  close: () => void;
}

/** What withdrawing does, before it is done. */
function Confirm({ marks, row, reason, done, close }: ConfirmProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const { busy, fault, act } = useAct();
  useEffect(() => dialog.current?.showModal(), []);
  const words = t.value.board.entries.withdraw;
  const { candidate, name } = row;
  const withdraw = () =>
    act(async () => {
      await withdrawCandidate(marks.id, candidate, reason);
      dialog.current?.close();
      await done(candidate);
    });
  return (
    <dialog class="cm-dialog" ref={dialog} aria-labelledby="withdraw-title" onClose={close}>
      <h2 class="govuk-heading-m" id="withdraw-title">
        {words.ask(`${candidate} ${name}`)}
      </h2>
      <ul class="govuk-list govuk-list--bullet">
        {(marks.submission && !row.late ? words.does.after : words.does.before).map((said) => (
          <li key={said}>{said}</li>
        ))}
      </ul>
      <Refusal fault={fault.value} />
      <div class="cm-dialog__buttons">
        <button type="button" class="govuk-button govuk-button--warning" aria-disabled={busy.value} onClick={() => void withdraw()}>
          {words.button(candidate)}
        </button>
        <button type="button" class="govuk-button govuk-button--secondary" onClick={() => dialog.current?.close()}>
          {t.value.entry.paste.cancel}
        </button>
      </div>
    </dialog>
  );
}
