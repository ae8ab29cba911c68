import { useSignal } from "@preact/signals";
import type { Schemas } from "../../api/client";
import { type Say, type Words, t } from "../../i18n/words";
import { useAct } from "../../lib/act";
import { isoDay, startOfDay } from "../../lib/dates";
import type { Scale } from "../../sheet/parse";
import { Field } from "../../ui/Field";
import { Refusal } from "../../ui/Refusal";
import { type Unread, readAdjusted } from "./adjusted";
import { recordOutcome } from "./api";

interface Props {
  sheet: string;
  rows: Schemas["RowOut"][];
  scale: Scale;
  done: (say: Say) => Promise<void>;
}

/** Record what moderation found, for the centre to see from a day on. */
export function RecordOutcome({ sheet, rows, scale, done }: Props) {
  const adjusted = useSignal("");
  const note = useSignal("");
  const release = useSignal(isoDay());
  const tried = useSignal(false);
  const { busy, fault, act } = useAct();
  const words = t.value.board.outcome;
  const read = readAdjusted(adjusted.value, new Set(rows.map(({ candidate }) => candidate)), scale);
  const unread = tried.value ? read.unread.map((one) => unreadWords(t.value, one)).join(" ") : "";

  const record = async (event: SubmitEvent) => {
    event.preventDefault();
    tried.value = true;
    if (read.unread.length > 0 || release.value === "") return;
    await act(async () => {
      await recordOutcome(sheet, { adjusted: read.adjusted, release_at: startOfDay(release.value), note: note.value.trim() });
      tried.value = false;
      await done((spoken) => spoken.board.outcome.said);
    });
  };
  return (
    <form onSubmit={(event) => void record(event)} noValidate>
      <h3 class="govuk-heading-s">{words.title}</h3>
      <Field id="adjusted" label={words.adjusted} hint={words.hint} error={unread || undefined}>
        {(props) => (
          <textarea class="govuk-textarea" {...props} rows={4} value={adjusted.value} onInput={(event) => (adjusted.value = event.currentTarget.value)} />
        )}
      </Field>
      <Field id="outcome-note" label={words.note}>
        {(props) => (
          <textarea class="govuk-textarea" {...props} rows={2} maxLength={1000} value={note.value} onInput={(event) => (note.value = event.currentTarget.value)} />
        )}
      </Field>
      <Field id="release" label={words.release} hint={words.releaseHint} error={tried.value && release.value === "" ? words.noDay : undefined}>
        {(props) => (
          <input class="govuk-input govuk-input--width-10" {...props} type="date" value={release.value} onInput={(event) => (release.value = event.currentTarget.value)} />
        )}
      </Field>
      <Refusal fault={fault.value} />
      <button type="submit" class="govuk-button" aria-disabled={busy.value}>
        {words.record}
      </button>
    </form>
  );
}

const unreadWords = (words: Words, { line, text, why }: Unread): string => words.board.outcome.unread[why](line, text);
