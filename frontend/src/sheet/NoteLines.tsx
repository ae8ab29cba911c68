import type { Schemas } from "../api/client";
import { circumstanceWords, originWords } from "./note-words";

/** What to know about a candidate, below the name: a tag for a circumstance, and its reason, which is not printed. */
export function NoteLines({ note }: { note: Schemas["NoteOut"] | undefined }) {
  if (!note) return null;
  const { circumstance } = note;
  return (
    <>
      {originWords(note).map((words) => (
        <span key={words} class="cm-hint">
          {words}
        </span>
      ))}
      {circumstance && (
        <span class="cm-second">
          <strong class="govuk-tag govuk-tag--yellow">{circumstanceWords(circumstance)}</strong>{" "}
          <span class="cm-hint cm-not-printed">{circumstance.reason}</span>
        </span>
      )}
    </>
  );
}
