import { type Signal, useComputed, useSignal } from "@preact/signals";
import type { Schemas } from "../../../api/client";
import { useAct } from "../../../lib/act";
import { circumstanceWords } from "../../../sheet/note-words";
import type { OpenSheet } from "../../../sheet/open-sheet";
import { type Row, isCarried } from "../../../sheet/row";
import { sheetWords } from "../../../sheet/words";
import { Dialog } from "../../../ui/Dialog";
import { ErrorSummary } from "../../../ui/ErrorSummary";
import { Field } from "../../../ui/Field";
import { LongText } from "../../../ui/LongText";
import { Refusal } from "../../../ui/Refusal";
import { useLacks } from "../../../ui/lacks";
import { useModal } from "../../../ui/use-modal";
import { recordCircumstance } from "./api";
import { circumstancesWords } from "./words";

interface Props {
  sheet: OpenSheet;
  /** For whom, where that is known. */
  candidate?: string;
  said: (words: string) => void;
  close: () => void;
}

const DIGITS = 4;
/** The choice that removes what is recorded. */
const NOTHING = "-";

/** Record lost work or special consideration for one candidate, or remove it. */
export function RecordDialog({ sheet, candidate = "", said, close }: Props) {
  const dialog = useModal();
  const already = sheet.row(candidate)?.peek().note?.circumstance;
  const typed = useSignal(candidate);
  const code = useSignal(already?.code ?? "");
  const reason = useSignal(already?.reason ?? "");
  const { busy, fault, act } = useAct();
  const row = useComputed(() => openRow(sheet, typed.value));
  const words = circumstancesWords.value;
  const kinds = sheet.head.value.circumstances;
  const held = row.value?.note?.circumstance;
  const removes = code.value === NOTHING;
  const first = `record-${kinds[0]?.code}`;
  const form = useLacks({
    "record-candidate": row.value ? undefined : words.lacks.candidate,
    [first]: code.value === "" ? words.lacks.what : undefined,
    "record-reason": removes || reason.value.trim() !== "" ? undefined : words.lacks.reason,
  });

  const choose = (number: string) => {
    typed.value = number;
    const recorded = row.value?.note?.circumstance;
    if (!recorded) return;
    code.value = recorded.code;
    reason.value = recorded.reason;
  };
  const record = async (event: SubmitEvent) => {
    event.preventDefault();
    const found = row.value;
    if (!form.complete() || !found) return;
    const wanted = removes ? null : { code: code.value, reason: reason.value.trim() };
    const done = await act(async () => {
      const now = await recordCircumstance(sheet.head.peek().id, found, wanted);
      sheet.recorded(now);
      said(now.circumstance ? words.did(now.candidate, circumstanceWords(now.circumstance)) : words.undid(now.candidate));
    });
    if (done) dialog.current?.close();
  };
  return (
    <Dialog dialog={dialog} title={sheetWords.value.notes.record} close={close}>
      <p class="govuk-body">{words.how}</p>
      <form id="record-form" onSubmit={(event) => void record(event)} noValidate>
        <ErrorSummary title={sheetWords.value.lacks} problems={form.problems} />
        <Candidate sheet={sheet} typed={typed} found={row.value} choose={choose} error={form.at("record-candidate")} />
        <Kinds kinds={kinds} code={code} held={held !== null && held !== undefined} error={form.at(first)} />
        {!removes && (
          <Field id="record-reason" label={words.reason} hint={words.reasonHint} error={form.at("record-reason")}>
            {(props) => <LongText {...props} rows={2} most={500} value={reason.value} type={(text) => (reason.value = text)} />}
          </Field>
        )}
      </form>
      <Refusal fault={fault.value} />
      <div class="cm-dialog__buttons">
        <button type="submit" form="record-form" class="govuk-button" aria-disabled={busy.value}>
          {words.save}
        </button>
        <button type="button" class="govuk-button govuk-button--secondary" onClick={() => dialog.current?.close()}>
          {words.cancel}
        </button>
      </div>
    </Dialog>
  );
}

const isOpen = (row: Row): boolean => !row.submitted && !isCarried(row);

/** The row of a candidate, by a number as typed: 51 means 0051; undefined for one that the centre cannot change. */
function openRow(sheet: OpenSheet, typed: string): Row | undefined {
  const text = typed.trim();
  const row = text === "" ? undefined : sheet.row(text.padStart(DIGITS, "0"))?.value;
  return row && isOpen(row) ? row : undefined;
}

interface CandidateProps {
  sheet: OpenSheet;
  typed: Signal<string>;
  found: Row | undefined;
  choose: (number: string) => void;
  error: string | undefined;
}

function Candidate({ sheet, typed, found, choose, error }: CandidateProps) {
  const words = circumstancesWords.value;
  return (
    <Field id="record-candidate" label={words.candidate} hint={words.candidateHint} error={error}>
      {(props) => (
        <>
          <input
            class="govuk-input govuk-input--width-10"
            {...props}
            list="record-candidates"
            inputMode="numeric"
            autocomplete="off"
            value={typed.value}
            onInput={(event) => choose(event.currentTarget.value)}
          />
          <datalist id="record-candidates">
            {sheet.rows
              .map((row) => row.peek())
              .filter(isOpen)
              .map(({ candidate, name }) => (
                <option key={candidate} value={candidate}>
                  {name}
                </option>
              ))}
          </datalist>
          <p class="cm-hint" role="status">
            {found?.name}
          </p>
        </>
      )}
    </Field>
  );
}

interface KindsProps {
  kinds: Schemas["CircumstanceKindOut"][];
  code: Signal<string>;
  /** Whether something is recorded that can be removed. */
  held: boolean;
  error: string | undefined;
}

function Kinds({ kinds, code, held, error }: KindsProps) {
  const words = circumstancesWords.value;
  return (
    <div class={`govuk-form-group${error ? " govuk-form-group--error" : ""}`}>
      <fieldset class="govuk-fieldset" aria-describedby={error ? "record-what-error" : undefined}>
        <legend class="govuk-label">{words.what}</legend>
        {error && (
          <p class="govuk-error-message" id="record-what-error">
            {error}
          </p>
        )}
        {kinds.map((kind) => (
          <div class="cm-radio" key={kind.code}>
            <input id={`record-${kind.code}`} name="record-what" type="radio" checked={code.value === kind.code} onChange={() => (code.value = kind.code)} />
            <label for={`record-${kind.code}`}>
              {circumstanceWords(kind)}
              {!kind.sampled && <span class="cm-hint">{words.unseen}</span>}
            </label>
          </div>
        ))}
        {held && (
          <div class="cm-radio">
            <input id="record-nothing" name="record-what" type="radio" checked={code.value === NOTHING} onChange={() => (code.value = NOTHING)} />
            <label for="record-nothing">{words.nothing}</label>
          </div>
        )}
      </fieldset>
    </div>
  );
}
