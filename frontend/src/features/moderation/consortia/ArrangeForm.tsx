import { useSignal } from "@preact/signals";
import { ApiError } from "../../../api/client";
import type { Say } from "../../../i18n/words";
import { useAct } from "../../../lib/act";
import { centreWords, listed } from "../../../lib/listed";
import { sheetWords } from "../../../sheet/words";
import { ErrorSummary } from "../../../ui/ErrorSummary";
import { Field } from "../../../ui/Field";
import { Refusal } from "../../../ui/Refusal";
import { useLacks } from "../../../ui/lacks";
import { type Consortia, arrange } from "./api";
import { codeIn, numbersIn, wrongWith } from "./wanted";
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
  const unknown = useSignal<string | undefined>(undefined);
  const { busy, fault, act } = useAct();
  const words = consortiaWords.value.add;
  const assessment = codeIn(code.value);
  const numbers = numbersIn(typed.value);
  const wrong = wrongWith(numbers, assessment, now);
  const form = useLacks({
    "consortium-code": now.assessments.some((one) => one.code === assessment) ? undefined : words.noCode,
    "consortium-centres": wrong && (wrong.why === "few" ? words.few : words[wrong.why](wrong.text)),
  });

  const send = async (event: SubmitEvent) => {
    event.preventDefault();
    unknown.value = undefined;
    if (!form.complete()) return;
    await act(async () => {
      const [first = "", ...others] = numbers;
      const sheet = `${series}.${first}.${assessment.replace("/", "-")}`;
      const arranged = await arrange(sheet, others).catch((refusal: unknown) => {
        unknown.value = unknownIn(refusal, others);
        throw refusal;
      });
      code.value = "";
      typed.value = "";
      form.forget();
      const centres = arranged.centres.map(({ centre }) => centreWords(centre));
      await done(() => consortiaWords.value.said.arranged(assessment, listed(centres)));
    });
    if (unknown.peek()) document.getElementById("consortium-centres")?.focus();
  };
  const type = (text: string) => {
    typed.value = text;
    unknown.value = undefined;
  };
  const unknownSaid = unknown.value && words.unknown(unknown.value);
  return (
    <form onSubmit={(event) => void send(event)} noValidate>
      <h2 class="govuk-heading-m">{words.title}</h2>
      <ErrorSummary title={sheetWords.value.lacks} problems={form.problems} />
      <Field id="consortium-code" label={words.code} hint={words.codeHint} error={form.at("consortium-code")}>
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
      <Field id="consortium-centres" label={words.centres} hint={words.centresHint} error={form.at("consortium-centres") ?? unknownSaid}>
        {(props) => <textarea class="govuk-textarea cm-narrow" {...props} rows={4} value={typed.value} onInput={(event) => type(event.currentTarget.value)} />}
      </Field>
      {!unknownSaid && <Refusal fault={fault.value} />}
      <button type="submit" class="govuk-button" aria-disabled={busy.value}>
        {words.arrange}
      </button>
    </form>
  );
}

/** The centre that the service does not know, from the pointer of its refusal. */
function unknownIn(refusal: unknown, others: readonly string[]): string | undefined {
  if (!(refusal instanceof ApiError)) return undefined;
  const point = refusal.problem.errors?.find(({ code }) => code === "no-such-centre");
  return point && others[Number(point.pointer.split("/").at(-1))];
}
