import { Failed } from "../../ui/Page";
import type { Pages } from "./use-pages";
import { historyWords } from "./words";

/** A button for older entries, or why they could not be loaded. */
export function Older({ fault, more, older }: Pick<Pages<unknown>, "fault" | "more" | "older">) {
  if (fault) return <Failed error={fault} retry={older} />;
  if (!more) return null;
  return (
    <button type="button" class="govuk-button govuk-button--secondary cm-older" onClick={older}>
      {historyWords.value.older}
    </button>
  );
}
