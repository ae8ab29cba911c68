import { useSignal } from "@preact/signals";
import type { Schemas } from "../../api/client";
import type { Say } from "../../i18n/words";
import { useAct } from "../../lib/act";
import { sheetWords } from "../../sheet/words";
import { Confirm } from "../../ui/Confirm";
import { ErrorSummary } from "../../ui/ErrorSummary";
import { Field } from "../../ui/Field";
import { LongText } from "../../ui/LongText";
import { useLacks } from "../../ui/lacks";
import { ChooseCandidate } from "./ChooseCandidate";
import { withdrawCandidate } from "./api";
import { rowOf } from "./entry";
import { boardWords } from "./words";

type Row = Schemas["RowOut"];

interface Props {
  marks: Schemas["SheetOut"];
  done: (say: Say) => Promise<void>;
}

/** Take a candidate off the sheet, with a reason and after seeing what it does. */
export function WithdrawCandidate({ marks, done }: Props) {
  const typed = useSignal("");
  const reason = useSignal("");
  const open = useSignal(false);
  const asking = useSignal<Row | undefined>(undefined);
  const words = boardWords.value.entries.withdraw;
  const row = rowOf(typed.value, marks.rows);
  const form = useLacks({
    "withdraw-candidate": row ? undefined : words.noCandidate,
    "withdraw-reason": reason.value.trim() === "" ? words.noReason : undefined,
  });

  const ask = (event: SubmitEvent) => {
    event.preventDefault();
    if (form.complete()) asking.value = row;
  };
  const withdrawn = async (candidate: string) => {
    typed.value = "";
    reason.value = "";
    form.forget();
    open.value = false;
    await done(() => boardWords.value.entries.withdraw.said(candidate));
  };
  return (
    <details class="cm-fold" open={open.value} onToggle={(event) => (open.value = event.currentTarget.open)}>
      <summary>{words.title}</summary>
      <form onSubmit={ask} noValidate>
        <ErrorSummary title={sheetWords.value.lacks} problems={form.problems} />
        <ChooseCandidate
          id="withdraw-candidate"
          {...(row ? { hint: row.name } : {})}
          error={form.at("withdraw-candidate")}
          value={typed.value}
          type={(candidate) => (typed.value = candidate)}
        />
        <Field id="withdraw-reason" label={words.reason} hint={words.reasonHint} error={form.at("withdraw-reason")}>
          {(props) => <LongText {...props} rows={2} most={1000} value={reason.value} type={(text) => (reason.value = text)} />}
        </Field>
        <button type="submit" class="govuk-button govuk-button--secondary">
          {words.look}
        </button>
      </form>
      {asking.value && (
        <ConfirmWithdrawal marks={marks} row={asking.value} reason={reason.value.trim()} done={withdrawn} close={() => (asking.value = undefined)} />
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

/** What withdrawing the candidate does, before it is done. */
function ConfirmWithdrawal({ marks, row, reason, done, close }: ConfirmProps) {
  const { busy, fault, act } = useAct();
  const words = boardWords.value.entries.withdraw;
  const { candidate, name } = row;
  const withdraw = (shut: () => void) =>
    act(async () => {
      await withdrawCandidate(marks.id, candidate, reason);
      shut();
      await done(candidate);
    });
  return (
    <Confirm
      title={words.ask(`${candidate} ${name}`)}
      yes={words.button(candidate)}
      act={(shut) => void withdraw(shut)}
      close={close}
      busy={busy.value}
      fault={fault.value}
    >
      <ul class="govuk-list govuk-list--bullet">
        {(marks.submission && !row.late ? words.does.after : words.does.before).map((said) => (
          <li key={said}>{said}</li>
        ))}
      </ul>
    </Confirm>
  );
}
