import { useComputed, useSignal } from "@preact/signals";
import type { Say } from "../../i18n/words";
import type { OpenSheet } from "../../sheet/open-sheet";
import type { Row } from "../../sheet/row";
import type { View } from "./use-view";
import { matching } from "./view";
import { markEntryWords } from "./words";

interface Props {
  sheet: OpenSheet;
  view: View;
}

/** The id of the box, for the key that leads to it. */
export const FIND = "find";
const OFFERED = 8;

const named = ({ candidate, name }: Row): string => `${candidate} ${name}`;

/** Find a candidate by number or name: Enter, or a candidate chosen, goes to the row. */
export function FindCandidate({ sheet, view }: Props) {
  const typed = useSignal("");
  const said = useSignal<Say | undefined>(undefined);
  const hits = useComputed(() =>
    matching(
      sheet.rows.map((row) => row.peek()),
      typed.value,
    ),
  );
  const words = markEntryWords.value.find;
  const go = (candidate: string) => {
    typed.value = "";
    if (!view.found.peek().includes(candidate)) said.value = () => markEntryWords.value.find.all(candidate);
    view.goTo(candidate);
  };
  const type = (text: string) => {
    typed.value = text;
    said.value = undefined;
    const chosen = hits.peek().find((row) => named(row) === text);
    if (chosen) go(chosen.candidate);
  };
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const hit = hits.peek()[0];
    if (hit) go(hit.candidate);
    else {
      const missed = typed.peek().trim();
      said.value = missed ? () => markEntryWords.value.find.none(missed) : undefined;
    }
  };
  return (
    <form class="cm-find" role="search" onSubmit={submit}>
      <label for={FIND}>{words.label}</label>
      <input
        id={FIND}
        class="govuk-input"
        list="find-list"
        placeholder={words.hint}
        aria-keyshortcuts="Control+K"
        autocomplete="off"
        spellcheck={false}
        value={typed.value}
        onInput={(event) => type(event.currentTarget.value)}
      />
      <datalist id="find-list">
        {hits.value.slice(0, OFFERED).map((row) => (
          <option key={row.candidate}>{named(row)}</option>
        ))}
      </datalist>
      <span class="cm-hint" role="status">
        {said.value?.()}
      </span>
    </form>
  );
}
