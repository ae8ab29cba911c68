import { useSignal } from "@preact/signals";
import type { Schemas } from "../../api/client";
import type { Say } from "../../i18n/words";
import { useAct } from "../../lib/act";
import { sheetWords } from "../../sheet/words";
import { ErrorSummary } from "../../ui/ErrorSummary";
import { Field } from "../../ui/Field";
import { LongText } from "../../ui/LongText";
import { Refusal } from "../../ui/Refusal";
import { useLacks } from "../../ui/lacks";
import { moderationWords } from "../moderation/words";
import { startModeration } from "./api";
import { boardWords } from "./words";

interface Props {
  sheet: string;
  /** Whether an earlier start stopped before the sample was requested. */
  begun: boolean;
  done: (say: Say) => Promise<void>;
}

const METHODS = ["post", "upload", "visit"] as const;
const DAYS = 3;
const MOST_DAYS = 60;

/** Enter who moderates and how, and request the sample. */
export function StartForm({ sheet, begun, done }: Props) {
  const name = useSignal("");
  const address = useSignal("");
  const method = useSignal<Schemas["Method"]>("post");
  const days = useSignal(String(DAYS));
  const { busy, fault, act } = useAct();
  const words = boardWords.value.start;
  const lines = address.value
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
  const working = /^\d+$/.test(days.value.trim()) ? Number(days.value) : 0;
  const form = useLacks({
    moderator: name.value.trim() === "" ? words.noName : undefined,
    address: lines.length === 0 || lines.length > 8 ? words.noAddress : undefined,
    days: working < 1 || working > MOST_DAYS ? words.noDays(MOST_DAYS) : undefined,
  });
  const start = async (event: SubmitEvent) => {
    event.preventDefault();
    if (!form.complete()) return;
    await act(async () => {
      await startModeration(sheet, { moderator: { name: name.value.trim(), address: lines }, method: method.value, working_days: working });
      await done(() => boardWords.value.start.said);
    });
  };
  return (
    <form onSubmit={(event) => void start(event)} noValidate>
      <ErrorSummary title={sheetWords.value.lacks} problems={form.problems} />
      <p class="govuk-body">{begun ? words.again : words.lead}</p>
      <Field id="moderator" label={moderationWords.value.facts.moderator} error={form.at("moderator")}>
        {(props) => (
          <input
            class="govuk-input govuk-input--width-20"
            {...props}
            maxLength={100}
            autocomplete="off"
            value={name.value}
            onInput={(event) => (name.value = event.currentTarget.value)}
          />
        )}
      </Field>
      <Field id="address" label={words.address} hint={words.addressHint} error={form.at("address")}>
        {(props) => <LongText {...props} rows={4} most={800} value={address.value} type={(text) => (address.value = text)} />}
      </Field>
      <Field id="method" label={moderationWords.value.facts.method}>
        {(props) => (
          <select
            class="govuk-select"
            {...props}
            value={method.value}
            onChange={(event) => (method.value = METHODS.find((one) => one === event.currentTarget.value) ?? "post")}
          >
            {METHODS.map((one) => (
              <option key={one} value={one}>
                {moderationWords.value.method[one]}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field id="days" label={words.days} error={form.at("days")}>
        {(props) => (
          <input
            class="govuk-input govuk-input--width-3"
            {...props}
            inputMode="numeric"
            autocomplete="off"
            value={days.value}
            onInput={(event) => (days.value = event.currentTarget.value)}
          />
        )}
      </Field>
      <Refusal fault={fault.value} />
      <button type="submit" class="govuk-button" aria-disabled={busy.value}>
        {words.start}
      </button>
    </form>
  );
}
