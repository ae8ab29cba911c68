import { type Signal, useSignal } from "@preact/signals";
import { t } from "../../i18n/words";
import { wholeValue } from "../../lib/whole-value";
import type { OpenSheet } from "../../sheet/open-sheet";
import { AbsentButton } from "../../sheet/AbsentButton";
import { CheckerNote } from "../../sheet/CheckerNote";
import { NoteLines } from "../../sheet/NoteLines";
import { parse } from "../../sheet/parse";
import { type Row, isClosed, setMemo } from "../../sheet/row";
import { answeredWords, flagWords, inWords, problemWords, theirsWords, zeroWords } from "../../sheet/row-words";
import { sheetWords } from "../../sheet/words";
import type { Listed } from "./stops";
import type { Walking } from "./use-walk";
import type { Act, Walk } from "./walk";
import { differsWords, doubtWords } from "./walk-words";
import { checkWords } from "./words";
import { ZeroReasons } from "./ZeroReasons";

interface Props {
  sheet: OpenSheet;
  row: Signal<Row>;
  stop: Listed;
  walking: Walking;
  act: (act: Act) => boolean;
  typing: boolean;
}

/** One candidate of the walk: the mark and who entered it, and for the current one the buttons. */
export function WalkRow(props: Props) {
  const { sheet, row, stop, walking, typing } = props;
  const { candidate, name, group, own, enteredBy } = row.value;
  const walk = walking.walk.value;
  const here = walk.at === candidate;
  const boxed = here && typing && !stop.barred;
  const words = checkWords.value;
  return (
    <tr class="cm-walk__row" data-candidate={candidate} aria-current={here ? "true" : undefined}>
      <td class="cm-tabular">{candidate}</td>
      <th scope="row">
        {name}
        {group && <span class="cm-hint">{group}</span>}
        <NoteLines note={row.value.note} />
        <CheckerNote row={row.value} />
        {row.value.memo && !isClosed(row.value) && (
          <button type="button" class="cm-link-button" onClick={() => sheet.edit(row, setMemo(row.peek(), undefined))}>
            {sheetWords.value.memo.resolve} <span class="govuk-visually-hidden">{`${candidate} ${name}`}</span>
          </button>
        )}
      </th>
      <td class="cm-walk__mark">{boxed ? <Again {...props} /> : <Mark {...props} />}</td>
      <td id={`by-${candidate}`} data-label={words.enteredBy}>
        {own ? words.you : enteredBy || words.unknown}
      </td>
      <td class="cm-walk__state">
        <span id={`state-${candidate}`}>{stateWords(row.value, stop, walk, sheet)}</span>
        {here && walk.stopped && <Doubt row={row.value} />}
        {here && !boxed && stop.barred !== "changed" && <ZeroReasons sheet={sheet} row={row} />}
        {here && <Controls {...props} boxed={boxed} />}
      </td>
    </tr>
  );
}

/** Why the tick was not made yet; empty again once the flag or the note is gone. */
function Doubt({ row }: { row: Row }) {
  const said = doubtWords(row);
  return said === "" ? null : <p class="cm-walk__doubt">{said}</p>;
}

/** The mark that is saved; while marks are typed again it is hidden until this one has been typed. */
function Mark({ sheet, row, stop, walking, typing }: Props) {
  const hidden = typing && !stop.checked && !walking.walk.value.typed.has(stop.candidate);
  if (hidden) return <span class="cm-hint">{checkWords.value.hidden}</span>;
  const { zero, text } = row.value;
  return (
    <>
      {zero ? stop.text : inWords(stop.text, sheet.scale)}
      {zero && <span class="cm-hint">{zeroWords(zero)}</span>}
      {text.includes("+") && <span class="cm-hint">{text}</span>}
    </>
  );
}

/** The box to type a mark into again. */
function Again({ sheet, stop, act }: Props) {
  const text = useSignal("");
  const wrong = useSignal("");
  const { scale } = sheet;
  const { candidate, name } = stop;
  const compare = (event: SubmitEvent) => {
    event.preventDefault();
    if (act({ do: "type", text: text.value })) return;
    const parsed = parse(text.value, scale);
    wrong.value = problemWords({ kind: "typed", ...("fault" in parsed ? parsed : { fault: "not a mark" }) }, scale);
  };
  return (
    <form id="again-form" onSubmit={compare} noValidate>
      <input
        class={`govuk-input cm-mark${wrong.value ? " govuk-input--error" : ""}`}
        aria-label={checkWords.value.boxFor(t.value.outcomes.scale[scale.kind], `${candidate} ${name}`)}
        aria-invalid={wrong.value ? "true" : undefined}
        aria-describedby={wrong.value ? "again-wrong" : undefined}
        data-focus
        inputMode={scale.kind === "mark" ? "numeric" : "text"}
        type="text"
        autocomplete="off"
        maxLength={40}
        value={text.value}
        {...wholeValue}
        onInput={(event) => {
          text.value = event.currentTarget.value;
          wrong.value = "";
        }}
      />
      {scale.kind === "mark" && <AbsentButton candidate={`${candidate} ${name}`} press={() => (text.value = "A")} />}
      {wrong.value && (
        <p class="cm-problem cm-walk__wrong" id="again-wrong" role="alert">
          {wrong.value}
        </p>
      )}
    </form>
  );
}

function Controls({ sheet, row, stop, walking, act, boxed }: Props & { boxed: boolean }) {
  const words = checkWords.value;
  const { candidate, name } = stop;
  const aboutIt = `state-${candidate} by-${candidate}`;
  const who = `${candidate} ${name}`;
  return (
    <div class="cm-walk__controls">
      {boxed ? (
        <button type="submit" form="again-form" class="govuk-button">
          {words.compare} <span class="govuk-visually-hidden">{who}</span>
        </button>
      ) : stop.barred === "own" ? (
        <button type="button" class="govuk-button govuk-button--secondary" data-focus aria-describedby={aboutIt} onClick={() => act({ do: "forward" })}>
          {words.forward} <span class="govuk-visually-hidden">{who}</span>
        </button>
      ) : (
        <button
          type="button"
          class="govuk-button"
          data-focus
          aria-describedby={aboutIt}
          onClick={() => (stop.barred === "changed" ? walking.take() : act({ do: "tick" }))}
        >
          {row.value.theirs
            ? theirsWords(row.value, row.value.theirs, sheet.scale).use
            : words[walking.walk.value.stopped && stop.flagged ? "tickAnswering" : "tick"]}{" "}
          <span class="govuk-visually-hidden">{`${who}, ${inWords(stop.text, sheet.scale)}`}</span>
        </button>
      )}
      <button type="button" class="cm-link-button" aria-keyshortcuts="X" onClick={() => act({ do: "flag" })}>
        {stop.flagged ? sheetWords.value.flag.lift : words.flag} <span class="govuk-visually-hidden">{who}</span>
      </button>
      <button type="button" class="cm-link-button" aria-keyshortcuts="ArrowLeft ArrowUp" onClick={() => act({ do: "back" })}>
        {words.back}
      </button>
      {stop.barred !== "own" && (
        <button type="button" class="cm-link-button" aria-keyshortcuts="ArrowRight ArrowDown" onClick={() => act({ do: "forward" })}>
          {words.forward}
        </button>
      )}
    </div>
  );
}

/** The state of the candidate, most urgent first. */
function stateWords(row: Row, stop: Listed, walk: Walk, { scale }: OpenSheet): string {
  const words = sheetWords.value;
  if (row.theirs) return theirsWords(row, row.theirs, scale).said;
  if (row.problem) return problemWords(row.problem, scale);
  const said = [
    differsWords(walk, stop, scale),
    flagWords(row),
    answeredWords(row),
    stop.checked ? words.ticked : "",
    stop.barred === "own" ? words.state.ownMark : "",
  ];
  return said.filter((part) => part !== "").join(" · ");
}
