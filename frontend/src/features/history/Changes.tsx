import type { Schemas } from "../../api/client";
import { t, wordFor } from "../../i18n/words";
import { NoteLines } from "../../sheet/NoteLines";
import { type Names, called } from "./EntryNews";
import { historyWords } from "./words";

type Change = Schemas["HistoryChange"];

/** A table with more candidates than this opens on demand. */
const SHOWN = 10;

/** Each candidate's outcome before and after. */
export function Changes({ changes, names }: { changes: Change[]; names: Names }) {
  if (changes.length <= SHOWN) return <Table changes={changes} names={names} />;
  return (
    <details>
      <summary>{historyWords.value.changes.title(changes.length)}</summary>
      <Table changes={changes} names={names} />
    </details>
  );
}

function Table({ changes, names }: { changes: Change[]; names: Names }) {
  const words = historyWords.value.changes;
  const said = (outcome: string | null) => (outcome === null ? words.nothing : wordFor(t.value.outcomes.named, outcome));
  return (
    <table class="govuk-table cm-table cm-list cm-changes">
      <caption class="govuk-visually-hidden">{words.caption}</caption>
      <thead>
        <tr>
          <th scope="col">{words.candidate}</th>
          <th scope="col">{words.before}</th>
          <th scope="col">{words.after}</th>
          <th scope="col">{words.checked}</th>
        </tr>
      </thead>
      <tbody>
        {changes.map(({ candidate, before, after, checked, flag, ...note }) => (
          <tr key={candidate}>
            <th scope="row">{called(candidate, names)}</th>
            <td data-label={words.before}>{said(before)}</td>
            <td data-label={words.after}>
              {before === after ? said(after) : <strong>{said(after)}</strong>}
              <NoteLines note={{ former: null, moved_from: null, ...note }} />
            </td>
            <td data-label={words.checked}>
              {checked ? words.yes : words.no}
              {flag && <span class="cm-hint">{words.flag[flag]}</span>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
