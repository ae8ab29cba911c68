import { useComputed } from "@preact/signals";
import { groupsOf } from "../../sheet/groups";
import { HowTo } from "../../sheet/HowTo";
import type { OpenSheet } from "../../sheet/open-sheet";
import { absentTyped, gradesInWords } from "../../sheet/row-words";
import { sheetWords } from "../../sheet/words";
import { Disclosure } from "../../ui/Disclosure";
import { FindCandidate } from "./FindCandidate";
import type { View } from "./use-view";
import type { Filter, Order } from "./view";
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
const ORDERS: Order[] = ["number", "name"];

/** Which rows are shown and in which order, and what can be done with many rows at once. */
export function Tools({ sheet, view, locked, paste, clear, record }: Props) {
  const words = markEntryWords.value;
  const groups = useComputed(() => groupsOf(sheet.rows.map((row) => row.peek())));
  const { scale } = sheet;
  return (
    <div class="cm-tools">
      <FindCandidate sheet={sheet} view={view} />
      <Disclosure label={words.tools} folds="narrow">
        <span class="cm-tool">
          <label for="filter">{words.filter.label}</label>{" "}
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
        </span>
        <select
          class="govuk-select"
          aria-label={words.order.label}
          value={view.order.value}
          onChange={(event) => view.arrange(event.currentTarget.value as Order)}
        >
          {ORDERS.map((order) => (
            <option key={order} value={order}>
              {words.order[order]}
            </option>
          ))}
        </select>
        {!locked && (
          <>
            <button type="button" class="cm-link-button" onClick={paste}>
              {words.paste.open}
            </button>
            <Disclosure label={words.tools} folds="wide">
              <ul>
                <li>
                  <button type="button" class="cm-link-button" onClick={clear}>
                    {words.clear.button}
                  </button>
                </li>
                {sheet.head.value.circumstances.length > 0 && (
                  <li>
                    <button type="button" class="cm-link-button" onClick={record}>
                      {sheetWords.value.notes.record}
                    </button>
                  </li>
                )}
              </ul>
            </Disclosure>
            <HowTo page="marks">
              {scale.kind === "mark" ? words.helpMarks(scale.maximum) : words.helpGrades(gradesInWords(scale), absentTyped(scale))} {words.helpKeys}
            </HowTo>
          </>
        )}
      </Disclosure>
    </div>
  );
}
