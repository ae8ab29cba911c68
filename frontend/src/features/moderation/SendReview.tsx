import type { ApiError } from "../../api/client";
import { sheetWords } from "../../sheet/words";
import { Dialog } from "../../ui/Dialog";
import { Facts } from "../../ui/Facts";
import { Refusal } from "../../ui/Refusal";
import { useModal } from "../../ui/use-modal";
import type { Sampled } from "./api";
import { moderationWords } from "./words";

interface Props {
  /** Whose work was sent, and how. */
  works: readonly Sampled[];
  note: string;
  /** How many candidates' work is then still to send. */
  left: number;
  send: (close: () => void) => void;
  close: () => void;
  busy: boolean;
  fault: ApiError | undefined;
}

/** What will be recorded as sent, before it counts. */
export function SendReview({ works, note, left, send, close, busy, fault }: Props) {
  const dialog = useModal();
  const shut = () => dialog.current?.close();
  const words = moderationWords.value.sample;
  return (
    <Dialog dialog={dialog} title={words.review(works.length)} close={close}>
      <Facts
        facts={[
          [words.whose, works.map(({ candidate, name }) => <div key={candidate}>{`${candidate} ${name}`}</div>)],
          [sheetWords.value.work.note, note || words.notSaid],
          [moderationWords.value.work.asked, words.left(left)],
        ]}
      />
      <Refusal fault={fault} />
      <div class="cm-dialog__buttons">
        <button type="button" class="govuk-button" aria-disabled={busy} onClick={() => send(shut)}>
          {words.send}
        </button>
        <button type="button" class="govuk-button govuk-button--secondary" onClick={shut}>
          {words.back}
        </button>
      </div>
    </Dialog>
  );
}
