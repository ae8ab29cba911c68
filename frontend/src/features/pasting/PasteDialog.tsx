import { useComputed, useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import type { Edit, OpenSheet } from "../../sheet/open-sheet";
import { cellsOf, columnOf } from "./cells";
import { Columns } from "./Columns";
import { match, targetOf } from "./match";
import { type Plan, editsOf, planOf } from "./plan";
import { Preview, Summary } from "./Preview";
import { type Asked, type Role, askedOf, guess, withRole } from "./roles";
import { askedWords } from "./said";
import "./pasting.scss";
import { pastingWords } from "./words";

interface Props {
  sheet: OpenSheet;
  /** What was pasted already, or nothing: then there is a box to paste into. */
  table: string[][] | undefined;
  put: (edits: Edit[], said: string) => void;
  close: () => void;
}

/** Look at a pasted table, say what its columns are, and see what it would change before it does. */
export function PasteDialog({ sheet, table, put, close }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const pasted = useSignal(table);
  useEffect(() => dialog.current?.showModal(), []);
  const end = () => dialog.current?.close();
  return (
    <dialog class="cm-dialog cm-pasting" ref={dialog} aria-labelledby="paste-title" onClose={close}>
      <h2 class="govuk-heading-m" id="paste-title">
        {pasted.value ? pastingWords.value.preview : pastingWords.value.title}
      </h2>
      {pasted.value ? (
        <Looked
          sheet={sheet}
          table={pasted.value}
          close={end}
          put={(plan) => {
            end();
            put(editsOf(plan), saidOf(plan));
          }}
        />
      ) : (
        <Box read={(cells) => (pasted.value = cells)} close={end} />
      )}
    </dialog>
  );
}

/** Where a table is pasted that no key can paste into the list. */
function Box({ read, close }: { read: (table: string[][]) => void; close: () => void }) {
  const trouble = useSignal(false);
  const look = (event: SubmitEvent) => {
    event.preventDefault();
    const text = new FormData(event.currentTarget as HTMLFormElement).get("pasted");
    const table = cellsOf(typeof text === "string" ? text : "");
    trouble.value = columnOf(table) !== undefined;
    if (!trouble.value) read(table);
  };
  return (
    <form onSubmit={look}>
      <p class="govuk-body">{pastingWords.value.how}</p>
      <label class="govuk-label" for="pasted">
        {pastingWords.value.box}
      </label>
      {trouble.value && (
        <p class="govuk-error-message" id="pasted-error" role="alert">
          {pastingWords.value.nothing}
        </p>
      )}
      <textarea class="govuk-textarea" id="pasted" name="pasted" rows={8} aria-describedby={trouble.value ? "pasted-error" : undefined} />
      <div class="cm-dialog__buttons">
        <button type="submit" class="govuk-button">
          {pastingWords.value.look}
        </button>
        <button type="button" class="govuk-button govuk-button--secondary" onClick={close}>
          {pastingWords.value.cancel}
        </button>
      </div>
    </form>
  );
}

interface LookedProps {
  sheet: OpenSheet;
  table: string[][];
  put: (plan: Plan) => void;
  close: () => void;
}

function Looked({ sheet, table, put, close }: LookedProps) {
  const target = useComputed(() => targetOf(sheet.head.value, sheet.rows.map((row) => row.value)));
  const reading = useSignal(guess(table, target.peek().people, sheet.scale));
  const lines = useComputed(() => match(table, reading.value, target.value));
  const plan = useComputed(() => planOf(lines.value, sheet.rows.map((row) => row.value), sheet.scale));
  const asked = askedOf(reading.value.roles);
  const give = (place: number, role: Role) => (reading.value = withRole(reading.value, place, role));
  const edits = asked.length > 0 ? 0 : editsOf(plan.value).length;
  return (
    <>
      <Columns table={table} reading={reading.value} lines={lines.value} kind={sheet.scale.kind} give={give} />
      <div class="govuk-inset-text" role="status">
        {asked.length > 0 ? <Question asked={asked} kind={sheet.scale.kind} /> : <Summary plan={plan.value} />}
      </div>
      {asked.length === 0 && <Preview plan={plan.value} scale={sheet.scale} />}
      <div class="cm-dialog__buttons cm-pasting__buttons">
        <button type="button" class="govuk-button" disabled={edits === 0} onClick={() => put(plan.value)}>
          {pastingWords.value.put(edits)}
        </button>
        <button type="button" class="govuk-button govuk-button--secondary" onClick={close}>
          {pastingWords.value.cancel}
        </button>
      </div>
    </>
  );
}

/** What nobody guesses, and a person has to say. */
const Question = ({ asked, kind }: { asked: Asked[]; kind: "mark" | "grade" }) => (
  <ul class="govuk-list cm-joined">
    {asked.map((what) => (
      <li key={what}>
        <strong>{askedWords(what, kind)}</strong>
      </li>
    ))}
  </ul>
);

function saidOf(plan: Plan): string {
  const put = pastingWords.value.did(editsOf(plan).length);
  return plan.left.length > 0 ? `${put} ${pastingWords.value.didLeave(plan.left.length)}` : put;
}
