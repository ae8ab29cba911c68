import { useComputed, useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { useBackInstead } from "../../../lib/back-instead";
import { isComposing } from "../../../lib/keys";
import { useResource } from "../../../lib/resource";
import type { Edit, OpenSheet } from "../../../sheet/open-sheet";
import { Dialog } from "../../../ui/Dialog";
import { useModal } from "../../../ui/use-modal";
import { getAssessments } from "../../home/api";
import { cellsOf, columnOf } from "./cells";
import { Columns } from "./Columns";
import { Discard } from "./Discard";
import { gathered, guessWithCriteria } from "./gathered";
import { match, targetOf } from "./match";
import { type Plan, editsOf, planOf } from "./plan";
import { Preview, Summary } from "./Preview";
import { type Asked, type Role, askedOf, withRole } from "./roles";
import { askedWords } from "./said";
import { othersNamed } from "./titles";
import "./pasting.scss";
import { pastingWords } from "./words";

interface Props {
  sheet: OpenSheet;
  /** What was pasted already, if anything; otherwise there is a box to paste into. */
  table: string[][] | undefined;
  put: (edits: Edit[], said: string) => void;
  close: () => void;
}

/** Shows a pasted table, lets a person choose its columns, and shows what it would change before it does. */
export function PasteDialog({ sheet, table, put, close }: Props) {
  const dialog = useModal();
  const pasted = useSignal(table);
  const filled = useRef(table !== undefined);
  const asking = useSignal(false);
  const came = useRef<HTMLElement | null>(null);
  useEffect(() => {
    if (!asking.value) came.current?.focus();
  }, [asking.value]);
  const end = () => dialog.current?.close();
  const read = (cells: string[][]) => {
    pasted.value = cells;
    dialog.current?.focus();
  };
  const leave = () => {
    if (!filled.current) return end();
    const at = document.activeElement;
    if (!asking.peek()) came.current = at instanceof HTMLElement && dialog.current?.contains(at) ? at : dialog.current;
    asking.value = !asking.peek();
  };
  const leaving = useRef(leave);
  leaving.current = leave;
  useBackInstead(leave);
  useEffect(() => {
    // A second Escape closes any dialog, even when its cancel event was prevented; and the focus may be nowhere.
    const listen = (event: KeyboardEvent) => {
      if (event.key !== "Escape" || isComposing(event)) return;
      event.preventDefault();
      leaving.current();
    };
    const warn = (event: BeforeUnloadEvent) => {
      if (filled.current) event.preventDefault();
    };
    addEventListener("keydown", listen);
    addEventListener("beforeunload", warn);
    return () => {
      removeEventListener("keydown", listen);
      removeEventListener("beforeunload", warn);
    };
  }, []);
  return (
    <Dialog dialog={dialog} title={pasted.value ? pastingWords.value.preview : pastingWords.value.title} look="cm-pasting" leave={leave} close={close}>
      {asking.value && <Discard keep={leave} discard={end} />}
      <div hidden={asking.value}>
        {pasted.value ? (
          <Looked
            sheet={sheet}
            table={pasted.value}
            close={leave}
            put={(plan) => {
              end();
              put(editsOf(plan), saidOf(plan));
            }}
          />
        ) : (
          <Box read={read} typed={(text) => (filled.current = text.trim() !== "")} close={leave} />
        )}
      </div>
    </Dialog>
  );
}

/** A box for pasting where the keyboard cannot paste into the list. */
function Box({ read, typed, close }: { read: (table: string[][]) => void; typed: (text: string) => void; close: () => void }) {
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
      <textarea
        class="govuk-textarea"
        id="pasted"
        name="pasted"
        rows={8}
        aria-describedby={trouble.value ? "pasted-error" : undefined}
        onInput={(event) => typed(event.currentTarget.value)}
      />
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
  const target = useComputed(() => ({
    ...targetOf(
      sheet.head.value,
      sheet.rows.map((row) => row.value),
    ),
    scale: sheet.scale,
  }));
  const reading = useSignal(guessWithCriteria(table, target.peek().people, sheet.scale));
  const lines = useComputed(() => {
    const whole = gathered(table, reading.value, sheet.scale);
    return match(whole.table, whole.reading, target.value);
  });
  const plan = useComputed(() =>
    planOf(
      lines.value,
      sheet.rows.map((row) => row.value),
      sheet.scale,
    ),
  );
  const { assessment, centre, series } = sheet.head.value;
  const named = reading.value.roles.includes("assessment") ? [] : othersNamed(table, lines.value, assessment.code);
  const known = useResource(named.join(), async () =>
    named.length === 0 ? [] : (await getAssessments(centre.number, series.id)).assessments.map((one) => one.assessment.code),
  );
  const meant = useSignal<string | undefined>(undefined);
  const unsure = known.error.value !== undefined;
  const waits = named.length > 0 && !known.data.value && !unsure;
  const other = named.find((code) => unsure || known.data.value?.includes(code));
  const titled = other !== undefined && other !== meant.value;
  const asked = askedOf(reading.value.roles);
  const give = (place: number, role: Role) => (reading.value = withRole(reading.value, place, role));
  const edits = asked.length > 0 || titled || waits ? 0 : editsOf(plan.value).length;
  return (
    <>
      <Columns table={table} reading={reading.value} lines={lines.value} scale={sheet.scale} give={give} />
      <div class="govuk-inset-text" role="status">
        {titled && <Titled other={other} own={assessment.code} mean={() => (meant.value = other)} />}
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

/** Asks about a table whose title names another assessment than the sheet's. */
const Titled = ({ other, own, mean }: { other: string; own: string; mean: () => void }) => (
  <>
    <p class="govuk-body">
      <strong>{pastingWords.value.titled.other(other, own)}</strong>
    </p>
    <button type="button" class="govuk-button govuk-button--secondary" onClick={mean}>
      {pastingWords.value.titled.mean(own)}
    </button>
  </>
);

/** What is never guessed and a person has to choose. */
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
