import type { Signal } from "@preact/signals";
import { wholeValue } from "../../lib/whole-value";
import { type Criterion, partsOf, textOf, withPart } from "../../sheet/criteria";
import { type Parsed, type Scale, boxText } from "../../sheet/parse";
import { type Row, tidy, type } from "../../sheet/row";
import { sheetWords } from "../../sheet/words";

interface Props {
  row: Signal<Row>;
  scale: Scale;
  criteria: readonly Criterion[];
  /** Id of the text that describes the row. */
  note: string;
  edit: (next: Row) => void;
  onKeyDown: (event: KeyboardEvent) => void;
}

/** The column of a criterion's box; the first is where the row's mark is looked for. */
export const columnAt = (place: number): string => (place === 0 ? "mark" : `mark-${place}`);

/** The place of the criterion that a column is of. */
export const placeOf = (column: string | undefined): number => Number(/^mark-(\d+)$/.exec(column ?? "")?.[1] ?? 0);

const ABSENT = /^a(bs(ent)?|bsennol)?$/i;

/** A box for each criterion, and what they add up to. */
export function CriteriaBoxes({ row, scale, criteria, note, edit, onKeyDown }: Props) {
  const { candidate, name, problem, text, parsed } = row.value;
  const { parts } = partsOf(text, criteria.length);
  const at = problem?.kind === "typed" ? problem.at : undefined;
  const wrong = (place: number) => problem !== undefined && (at === undefined || at === place);
  const put = (place: number, typed: string) => {
    const whole = withPart(row.peek().text, criteria.length, place, typed);
    const others = partsOf(whole, criteria.length);
    const alone = others.total === "" && others.parts.every((part, other) => other === place || part === "");
    edit(type(row.peek(), alone && ABSENT.test(typed.trim()) ? typed : whole, scale));
  };
  return (
    <span class="cm-criteria">
      {criteria.map(({ code, title, maximum }, place) => (
        <label key={code}>
          <span class="cm-criteria__code">{code}</span>
          <input
            aria-label={sheetWords.value.criteria.boxFor(`${code} ${title}`, maximum, `${candidate} ${name}`)}
            aria-invalid={wrong(place) ? "true" : undefined}
            aria-describedby={note}
            data-column={columnAt(place)}
            class={`govuk-input cm-mark${wrong(place) ? " govuk-input--error" : ""}`}
            inputMode="numeric"
            type="text"
            autocomplete="off"
            maxLength={10}
            value={parts[place]}
            onKeyDown={onKeyDown}
            onInput={(event) => put(place, event.currentTarget.value)}
            onMouseUp={wholeValue.onMouseUp}
            onFocus={(event) => {
              wholeValue.onFocus(event);
              history.replaceState(history.state, "", `#c${candidate}`);
            }}
            onBlur={() => edit(tidy(row.peek(), scale))}
          />
        </label>
      ))}
      <output class="cm-criteria__total" aria-label={sheetWords.value.criteria.total}>
        {totalIn(text, parsed, scale)}
      </output>
    </span>
  );
}

/** The total as it stands: the sum, the one that was given, or what was typed for it. */
function totalIn(text: string, parsed: Parsed, scale: Scale): string {
  if ("outcome" in parsed) return boxText(parsed.outcome, scale) || "–";
  return partsOf(text, 0).total || (text.includes("+") ? "–" : text);
}

/** The button that takes the sum of the criteria for a total that differs from it. */
export function UseSum({ row, scale, edit }: Pick<Props, "row" | "scale" | "edit">) {
  const { problem, text, candidate } = row.value;
  if (problem?.kind !== "typed" || problem.sum === undefined) return null;
  const { parts } = partsOf(text, 0);
  return (
    <>
      {" "}
      <button type="button" class="cm-link-button" onClick={() => edit(type(row.peek(), textOf({ parts, total: "" }), scale))}>
        {sheetWords.value.criteria.use(problem.sum)} <span class="govuk-visually-hidden">{sheetWords.value.conflict.forCandidate(candidate)}</span>
      </button>
    </>
  );
}
