import { Confirm } from "../../ui/Confirm";
import type { Clearing } from "./clearing";
import { markEntryWords } from "./words";

interface Props {
  clearing: Clearing;
  clear: () => void;
  close: () => void;
}

/** Shows how many marks would be cleared and which stay, before it is done. */
export function ClearDialog({ clearing, clear, close }: Props) {
  const words = markEntryWords.value.clear;
  const count = clearing.candidates.length;
  return (
    <Confirm title={words.ask(count)} yes={words.yes(count)} act={clear} close={close}>
      {[words.undo, ...stayingWords(clearing)].map((said) => (
        <p key={said} class="govuk-body">
          {said}
        </p>
      ))}
    </Confirm>
  );
}

/** Which of the marks shown cannot be cleared, and why. */
export function stayingWords({ submitted, carried }: Clearing): string[] {
  const words = markEntryWords.value.clear;
  return [submitted > 0 ? words.submitted(submitted) : "", carried > 0 ? words.carried(carried) : ""].filter((said) => said !== "");
}
