import { useEffect, useRef } from "preact/hooks";
import { pastingWords } from "./words";

/** Asks before pasted rows are lost. */
export function Discard({ keep, discard }: { keep: () => void; discard: () => void }) {
  const first = useRef<HTMLButtonElement>(null);
  useEffect(() => first.current?.focus(), []);
  const words = pastingWords.value.discard;
  return (
    <section aria-labelledby="paste-discard">
      <h3 class="govuk-heading-s" id="paste-discard">
        {words.ask}
      </h3>
      <div class="cm-dialog__buttons">
        <button type="button" class="govuk-button" ref={first} aria-describedby="paste-discard" onClick={keep}>
          {words.keep}
        </button>
        <button type="button" class="govuk-button govuk-button--warning" onClick={discard}>
          {words.yes}
        </button>
      </div>
    </section>
  );
}
