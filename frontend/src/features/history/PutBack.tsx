import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import type { Schemas } from "../../api/client";
import type { Say } from "../../i18n/words";
import { useAct } from "../../lib/act";
import { newKey } from "../../lib/new-key";
import { useResource } from "../../lib/resource";
import { getSheet, saveMarks } from "../../sheet/api";
import { outcomeWords } from "../../sheet/outcome-words";
import { Failed, Loading } from "../../ui/Page";
import { Refusal } from "../../ui/Refusal";
import { type Line, changeOf, linesOf, mayBeChosen } from "./put-back";
import type { Step } from "./story";
import { historyWords } from "./words";

interface Props {
  sheet: string;
  steps: readonly Step[];
  /** Go back without a change. */
  close: () => void;
  done: (say: Say) => Promise<void>;
}

/** The most rows one save takes. */
const MOST_ROWS = 1000;

/** What putting marks back would change now; those chosen are saved as new marks, in the name of whoever does it. */
export function PutBack({ sheet, steps, close, done }: Props) {
  const loaded = useResource(sheet, () => getSheet(sheet));
  const heading = useRef<HTMLHeadingElement>(null);
  const words = historyWords.value.back;
  useEffect(() => heading.current?.focus(), []);
  const data = loaded.data.value;
  return (
    <section aria-labelledby="put-back">
      <h2 class="govuk-heading-m cm-heading" id="put-back" tabIndex={-1} ref={heading}>
        {words.title}
      </h2>
      <p class="govuk-body">{words.lead}</p>
      {loaded.error.value && <Failed error={loaded.error.value} retry={loaded.reload} />}
      {!data && !loaded.error.value && <Loading />}
      {data && <Review key={data.version} marks={data} lines={linesOf(steps, data)} close={close} done={done} again={loaded.reload} />}
    </section>
  );
}

interface ReviewProps extends Pick<Props, "close" | "done"> {
  marks: Schemas["SheetOut"];
  lines: Line[];
  again: () => Promise<void>;
}

function Review({ marks, lines, close, done, again }: ReviewProps) {
  const ready: ReadonlySet<string> = new Set(lines.filter(({ standing }) => standing === "ready").map(({ candidate }) => candidate));
  const chosen = useSignal(ready);
  const attempt = useRef({ content: "", key: "" });
  const { busy, fault, act } = useAct();
  const words = historyWords.value.back;
  const wanted = lines.filter((line) => mayBeChosen(line) && chosen.value.has(line.candidate));
  const choose = (candidate: string, on: boolean) => {
    const next = new Set(chosen.value);
    if (on) next.add(candidate);
    else next.delete(candidate);
    chosen.value = next;
  };
  const chooseReady = () => (chosen.value = ready);
  const chooseNone = () => (chosen.value = new Set());
  const save = async () => {
    const changes = wanted.map((line) => changeOf(line, marks));
    const content = JSON.stringify(changes);
    if (attempt.current.content !== content) attempt.current = { content, key: newKey() };
    await act(async () => {
      const answers = [];
      for (let from = 0; from < changes.length; from += MOST_ROWS)
        answers.push(...(await saveMarks(marks.id, changes.slice(from, from + MOST_ROWS), `${attempt.current.key}-${from}`)).rows);
      const not = answers.filter(({ result }) => result !== "saved").map(({ candidate }) => candidate);
      await done(() => historyWords.value.back.said(answers.length - not.length, not.join(", ")));
    });
    if (fault.value && [409, 412].includes(fault.value.status)) await again();
  };
  return (
    <>
      <p class="govuk-body">
        <button type="button" class="cm-link-button" onClick={chooseReady}>
          {words.chooseReady(ready.size)}
        </button>{" "}
        <button type="button" class="cm-link-button" onClick={chooseNone}>
          {words.chooseNone}
        </button>
      </p>
      <table class="govuk-table cm-table cm-list cm-put-back">
        <caption class="govuk-visually-hidden">{words.title}</caption>
        <thead>
          <tr>
            <th scope="col">{words.choose}</th>
            <th scope="col">{historyWords.value.changes.candidate}</th>
            <th scope="col">{words.now}</th>
            <th scope="col">{words.to}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.candidate}>
              <td class="cm-tick">
                {mayBeChosen(line) && (
                  <label>
                    <input
                      type="checkbox"
                      aria-label={words.chooseOne(`${line.candidate} ${line.name}`)}
                      checked={chosen.value.has(line.candidate)}
                      onChange={(event) => choose(line.candidate, event.currentTarget.checked)}
                    />
                  </label>
                )}
              </td>
              <th scope="row">
                {line.candidate} {line.name}
                {line.standing !== "ready" && <span class="cm-hint">{words.standing[line.standing]}</span>}
              </th>
              <td data-label={words.now}>
                <Mark entered={line.now} scale={marks.assessment.scale} />
              </td>
              <td data-label={words.to}>
                <strong>
                  <Mark entered={line.back} scale={marks.assessment.scale} />
                </strong>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p class="govuk-body">{words.ticks}</p>
      <div class="cm-put-back__bar">
        <Refusal fault={fault.value} />
        <div class="cm-dialog__buttons">
          <button type="button" class="govuk-button" aria-disabled={busy.value || wanted.length === 0} onClick={() => void (wanted.length > 0 && save())}>
            {busy.value ? words.saving : words.save(wanted.length)}
          </button>
          <button type="button" class="govuk-button govuk-button--secondary" onClick={close}>
            {words.cancel}
          </button>
        </div>
      </div>
    </>
  );
}

function Mark({ entered, scale }: { entered: Schemas["EnteredOut"] | null; scale: Schemas["AssessmentOut"]["scale"] }) {
  const words = historyWords.value;
  if (!entered) return <>{words.changes.nothing}</>;
  const said = outcomeWords(entered.outcome, scale);
  return (
    <>
      {said === "" ? words.changes.nothing : said}
      {entered.criteria.length > 0 && <span class="cm-hint">{entered.criteria.map((mark) => mark ?? "–").join(" + ")}</span>}
      {entered.zero_reason && <span class="cm-hint">{words.zero[entered.zero_reason]}</span>}
    </>
  );
}
