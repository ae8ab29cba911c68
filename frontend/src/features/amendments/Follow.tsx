import { useSignal } from "@preact/signals";
import type { Say } from "../../i18n/words";
import { useAct } from "../../lib/act";
import { HowSent } from "../../sheet/HowSent";
import { Confirm } from "../../ui/Confirm";
import { Refusal } from "../../ui/Refusal";
import { type Amendments, withdrawAmendment, workSent } from "./api";
import { amendWords } from "./words";

interface Props {
  sheet: string;
  number: number;
  changed: (now: Amendments, say: Say) => Promise<void>;
  again: () => Promise<void>;
}

/** Withdraw an amendment that the board has not decided. */
export function WithdrawButton({ sheet, number, changed, again }: Props) {
  const asking = useSignal(false);
  const { busy, fault, act } = useAct();
  const words = amendWords.value;
  const withdraw = async (close: () => void) => {
    await act(async () => {
      const now = await withdrawAmendment(sheet, number);
      close();
      await changed(now, () => amendWords.value.said.withdrawn(number));
    });
    if (fault.value?.status === 409) await again();
  };
  return (
    <>
      <button type="button" class="govuk-button govuk-button--secondary" onClick={() => (asking.value = true)}>
        {words.withdraw} <span class="govuk-visually-hidden">{words.withdrawThis(number)}</span>
      </button>
      {asking.value && (
        <Confirm
          title={words.withdrawAsk(number)}
          yes={words.withdraw}
          act={(close) => void withdraw(close)}
          close={() => (asking.value = false)}
          busy={busy.value}
          fault={fault.value}
        >
          <p class="govuk-body">{words.withdrawDoes}</p>
        </Confirm>
      )}
    </>
  );
}

/** Record that the work the board requested was sent. */
export function WorkSentForm({ sheet, number, changed, again }: Props) {
  const note = useSignal("");
  const { busy, fault, act } = useAct();
  const words = amendWords.value.work;
  const send = async (event: SubmitEvent) => {
    event.preventDefault();
    await act(async () => changed(await workSent(sheet, number, note.value.trim()), () => amendWords.value.said.sent(number)));
    if (fault.value?.status === 409) await again();
  };
  return (
    <form onSubmit={(event) => void send(event)} noValidate>
      <Refusal fault={fault.value} />
      <HowSent id={`sent-${number}`} note={note} />
      <button type="submit" class="govuk-button" aria-disabled={busy.value}>
        {words.button}
      </button>
    </form>
  );
}
