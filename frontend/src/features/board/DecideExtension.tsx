import { useSignal } from "@preact/signals";
import type { Say } from "../../i18n/words";
import { useAct } from "../../lib/act";
import { day, isoDay } from "../../lib/dates";
import type { Extension } from "../../sheet/extension-words";
import { sheetWords } from "../../sheet/words";
import { ErrorSummary } from "../../ui/ErrorSummary";
import { Field } from "../../ui/Field";
import { LongText } from "../../ui/LongText";
import { Refusal } from "../../ui/Refusal";
import { useLacks } from "../../ui/lacks";
import { decideExtension } from "./api";
import { boardWords } from "./words";

interface Props {
  sheet: string;
  deadline: string;
  extension: Extension;
  done: (say: Say) => Promise<void>;
  again: () => Promise<void>;
}

/** Grant the day requested or another, or decline with a note the centre sees. */
export function DecideExtension({ sheet, deadline, extension, done, again }: Props) {
  const until = useSignal(isoDay(0, new Date(extension.until)));
  const note = useSignal("");
  const tried = useSignal<"grant" | "decline">("grant");
  const { busy, fault, act } = useAct();
  const words = boardWords.value.extension;
  const forms = {
    grant: useLacks({ "extend-until": until.value <= isoDay(0, new Date(deadline)) ? words.notLater(day(deadline)) : undefined }),
    decline: useLacks({ "extension-note": note.value.trim() === "" ? words.noNote : undefined }),
  };
  const form = forms[tried.value];
  const decide = async (decision: "grant" | "decline") => {
    tried.value = decision;
    if (!forms[decision].complete()) return;
    const granted = decision === "grant" ? until.value : null;
    await act(async () => {
      await decideExtension(sheet, { until: granted, note: note.value.trim() });
      await done(() => (granted ? boardWords.value.extension.said.granted(day(granted)) : boardWords.value.extension.said.declined));
    });
    if (fault.value && [404, 409].includes(fault.value.status)) await again();
  };
  return (
    <>
      <ErrorSummary title={sheetWords.value.lacks} problems={form.problems} />
      <Field
        id="extend-until"
        label={words.until}
        hint={words.hint(day(extension.until))}
        error={tried.value === "grant" ? form.at("extend-until") : undefined}
      >
        {(props) => (
          <input
            class="govuk-input govuk-input--width-10"
            {...props}
            type="date"
            min={isoDay(1, new Date(deadline))}
            value={until.value}
            onInput={(event) => (until.value = event.currentTarget.value)}
          />
        )}
      </Field>
      <Field
        id="extension-note"
        label={boardWords.value.decide.note}
        hint={words.noteHint}
        error={tried.value === "decline" ? form.at("extension-note") : undefined}
      >
        {(props) => <LongText {...props} rows={2} most={1000} value={note.value} type={(text) => (note.value = text)} />}
      </Field>
      <Refusal fault={fault.value} />
      <div class="cm-dialog__buttons">
        <button type="button" class="govuk-button" aria-disabled={busy.value} onClick={() => void decide("grant")}>
          {until.value ? words.grant(day(until.value)) : words.grantSome}
        </button>
        <button type="button" class="govuk-button govuk-button--secondary" aria-disabled={busy.value} onClick={() => void decide("decline")}>
          {words.decline}
        </button>
      </div>
    </>
  );
}
