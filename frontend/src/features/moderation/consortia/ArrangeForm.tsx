import { useSignal } from "@preact/signals";
import { ApiError } from "../../../api/client";
import type { Say } from "../../../i18n/words";
import { useAct } from "../../../lib/act";
import { centreWords, listed } from "../../../lib/listed";
import { Field } from "../../../ui/Field";
import { Refusal } from "../../../ui/Refusal";
import { type Consortia, arrange } from "./api";
import { type Wrong, codeIn, numbersIn, wrongWith } from "./wanted";
import { consortiaWords } from "./words";

interface Props {
  series: string;
  now: Consortia;
  done: (say: Say) => Promise<void>;
}

/** Set up a consortium for an assessment of the series. */
export function ArrangeForm({ series, now, done }: Props) {
  const code = useSignal("");
  const typed = useSignal("");
  const noCode = useSignal(false);
  const wrong = useSignal<Wrong | { why: "unknown"; text: string } | undefined>(undefined);
  const { busy, fault, act } = useAct();
  const words = consortiaWords.value.add;

  const send = async (event: SubmitEvent) => {
    event.preventDefault();
    const assessment = codeIn(code.value);
    const numbers = numbersIn(typed.value);
    noCode.value = !now.assessments.some((one) => one.code === assessment);
    wrong.value = wrongWith(numbers, assessment, now);
    if (noCode.value || wrong.value) return;
    await act(async () => {
      const [first = "", ...others] = numbers;
      const sheet = `${series}.${first}.${assessment.replace("/", "-")}`;
      const arranged = await arrange(sheet, others).catch((refusal: unknown) => {
        wrong.value = unknownIn(refusal, others);
        throw refusal;
      });
      code.value = "";
      typed.value = "";
      const centres = arranged.centres.map(({ centre }) => centreWords(centre));
      await done(() => consortiaWords.value.said.arranged(assessment, listed(centres)));
    });
  };
  const said = wrong.value && (wrong.value.why === "few" ? words.few : words[wrong.value.why](wrong.value.text));
  return (
    <form onSubmit={(event) => void send(event)} noValidate>
      <h2 class="govuk-heading-m">{words.title}</h2>
      <Field id="consortium-code" label={words.code} hint={words.codeHint} error={noCode.value ? words.noCode : undefined}>
        {(props) => (
          <input
            class="govuk-input govuk-input--width-10"
            {...props}
            list="consortium-codes"
            autocomplete="off"
            value={code.value}
            onInput={(event) => (code.value = event.currentTarget.value)}
          />
        )}
      </Field>
      <datalist id="consortium-codes">
        {now.assessments.map((one) => (
          <option key={one.code} value={one.code}>
            {one.title}
          </option>
        ))}
      </datalist>
      <Field id="consortium-centres" label={words.centres} hint={words.centresHint} error={said}>
        {(props) => (
          <textarea class="govuk-textarea cm-narrow" {...props} rows={4} value={typed.value} onInput={(event) => (typed.value = event.currentTarget.value)} />
        )}
      </Field>
      {!wrong.value && <Refusal fault={fault.value} />}
      <button type="submit" class="govuk-button" aria-disabled={busy.value}>
        {words.arrange}
      </button>
    </form>
  );
}

/** The centre that the service does not know, from the pointer of its refusal. */
function unknownIn(refusal: unknown, others: readonly string[]): { why: "unknown"; text: string } | undefined {
  if (!(refusal instanceof ApiError)) return undefined;
  const point = refusal.problem.errors?.find(({ code }) => code === "no-such-centre");
  const text = point && others[Number(point.pointer.split("/").at(-1))];
  return text === undefined ? undefined : { why: "unknown", text };
}
