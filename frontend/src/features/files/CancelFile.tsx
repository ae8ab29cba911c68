import { useSignal } from "@preact/signals";
import { Confirm } from "../../ui/Confirm";
import { uploadWords } from "./words";

/** Cancels a file after asking, because that cannot be undone. */
export function CancelFile({ busy, cancel }: { busy: boolean; cancel: () => void }) {
  const asking = useSignal(false);
  const words = uploadWords.value.decide;
  return (
    <>
      <button type="button" class="govuk-button govuk-button--secondary" aria-disabled={busy} onClick={() => (asking.value = true)}>
        {words.cancel}
      </button>
      {asking.value && (
        <Confirm
          title={words.discard.ask}
          yes={words.discard.yes}
          no={words.discard.no}
          close={() => (asking.value = false)}
          act={(close) => {
            close();
            cancel();
          }}
        >
          <p class="govuk-body">{words.discard.what}</p>
        </Confirm>
      )}
    </>
  );
}
