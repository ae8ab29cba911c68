import { useComputed } from "@preact/signals";
import { groupsOf } from "../../sheet/groups";
import type { OpenSheet } from "../../sheet/open-sheet";
import { sheetWords } from "../../sheet/words";
import type { View } from "./use-view";
import type { Filter } from "./view";
import { markEntryWords } from "./words";

interface Props {
  sheet: OpenSheet;
  view: View;
  locked: boolean;
  paste: () => void;
  clear: () => void;
  record: () => void;
}

const FILTERS = ["all", "empty", "problems", "not checked", "flagged"] as const;

/** Which rows are shown, and what can be done with many rows at once. */
export function Tools({ sheet, view, locked, paste, clear, record }: Props) {
  const words = markEntryWords.value;
  const groups = useComputed(() => groupsOf(sheet.rows.map((row) => row.peek())));
  return (
    <div class="cm-tools">
      <label for="filter">{words.filter.label}</label>
      <select id="filter" class="govuk-select" value={view.filter.value} onChange={(event) => view.show(event.currentTarget.value as Filter)}>
        {FILTERS.map((filter) => (
          <option key={filter} value={filter}>
            {words.filter[filter]}
          </option>
        ))}
        {groups.value.map((group) => (
          <option key={group} value={`group:${group}`}>
            {words.filter.group(group)}
          </option>
        ))}
      </select>
      {!locked && (
        <>
          <button type="button" class="cm-link-button" onClick={paste}>
            {words.paste.open}
          </button>
          <button type="button" class="cm-link-button" onClick={clear}>
            {words.clear.button}
          </button>
          {sheet.head.value.circumstances.length > 0 && (
            <button type="button" class="cm-link-button" onClick={record}>
              {sheetWords.value.notes.record}
            </button>
          )}
        </>
      )}
    </div>
  );
}
