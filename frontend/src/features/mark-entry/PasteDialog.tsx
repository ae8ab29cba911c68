import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { t } from "../../i18n/words";
import type { OpenSheet } from "../../sheet/open-sheet";
import { type Pasted, readPaste } from "./paste";
import { type Plan, planPairs } from "./paste-plan";

interface Props {
  sheet: OpenSheet;
  /** What was pasted already, or nothing: then there is a box to paste into. */
  plan: Plan | undefined;
  put: (plan: Plan) => void;
  close: () => void;
}

/** Look at what a paste would do before it is done. */
export function PasteDialog({ sheet, plan: given, put, close }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const read = useSignal<Plan | undefined>(given);
  const trouble = useSignal(false);
  useEffect(() => dialog.current?.showModal(), []);
  const words = t.value.entry.paste;

  const look = (event: SubmitEvent) => {
    event.preventDefault();
    const text = new FormData(event.currentTarget as HTMLFormElement).get("pasted");
    const paste = readPaste(typeof text === "string" ? text : "");
    const plan = paste.kind === "pairs" ? planPairs(sheet.rows.map((row) => row.peek()), paste.pairs, sheet.scale) : undefined;
    trouble.value = !plan || plan.edits.length + plan.submitted.length === 0;
    if (!trouble.value) read.value = plan;
  };
  const plan = read.value;
  return (
    <dialog class="cm-dialog" ref={dialog} aria-labelledby="paste-title" onClose={close}>
      <h2 class="govuk-heading-m" id="paste-title">
        {plan ? words.preview : words.title}
      </h2>
      {plan ? (
        <Preview plan={plan} />
      ) : (
        <form id="paste-form" onSubmit={look}>
          <p class="govuk-body">{words.how}</p>
          <label class="govuk-label" for="pasted">
            {words.box}
          </label>
          {trouble.value && (
            <p class="govuk-error-message" id="pasted-error" role="alert">
              {words.nothing}
            </p>
          )}
          <textarea class="govuk-textarea" id="pasted" name="pasted" rows={8} aria-describedby={trouble.value ? "pasted-error" : undefined} />
        </form>
      )}
      <div class="cm-dialog__buttons">
        {plan ? (
          <button type="button" class="govuk-button" disabled={plan.edits.length === 0} onClick={() => put(plan)}>
            {words.put(plan.edits.length)}
          </button>
        ) : (
          <button type="submit" form="paste-form" class="govuk-button">
            {words.look}
          </button>
        )}
        <button type="button" class="govuk-button govuk-button--secondary" onClick={() => dialog.current?.close()}>
          {words.cancel}
        </button>
      </div>
    </dialog>
  );
}

function Preview({ plan }: { plan: Plan }) {
  const words = t.value.entry.paste;
  const counts: [number, string][] = [
    [plan.edits.length, words.matched(plan.edits.length)],
    [plan.changing.length, words.changing(plan.changing.length)],
    [plan.bad.length, words.bad(plan.bad.length)],
    [plan.carried.length, words.carried(plan.carried.length)],
    [plan.unknown.length, words.unknown(plan.unknown.length)],
    [plan.repeated.length, words.repeated(plan.repeated.length)],
    [plan.submitted.length, words.submitted(plan.submitted.length)],
    [plan.empty, words.empty(plan.empty)],
  ];
  return (
    <>
      <ul class="govuk-list govuk-list--bullet">
        {counts.filter(([count], place) => count > 0 || place === 0).map(([, said]) => (
          <li key={said}>{said}</li>
        ))}
      </ul>
      <Lines lines={[...plan.carried, ...plan.unknown, ...plan.repeated, ...plan.submitted]} />
    </>
  );
}

const Lines = ({ lines }: { lines: Pasted[] }) =>
  lines.length === 0 ? null : (
    <ul class="govuk-list cm-lines">
      {lines.map(({ line, candidate, value }) => (
        <li key={line}>{t.value.entry.paste.line(line, candidate, value)}</li>
      ))}
    </ul>
  );
