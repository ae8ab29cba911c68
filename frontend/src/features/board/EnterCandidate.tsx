import { useSignal } from "@preact/signals";
import type { ApiError, Schemas } from "../../api/client";
import { faultWords } from "../../i18n/fault-words";
import type { Say } from "../../i18n/words";
import { useAct } from "../../lib/act";
import { sheetWords } from "../../sheet/words";
import { ErrorSummary } from "../../ui/ErrorSummary";
import { Field } from "../../ui/Field";
import { LongText } from "../../ui/LongText";
import { Refusal } from "../../ui/Refusal";
import { useLacks } from "../../ui/lacks";
import { CarriedForward } from "./CarriedForward";
import { ChooseCandidate } from "./ChooseCandidate";
import { enterCandidate } from "./api";
import { type Draft, PLACES, type Place, draftOf, emptyFor, entryOf, lacksOf, rowOf } from "./entry";
import { plainUci } from "./uci";
import { boardWords } from "./words";

interface Props {
  marks: Schemas["SheetOut"];
  /** Whether moderation has ended, after which entries are only corrected. */
  ended: boolean;
  done: (say: Say) => Promise<void>;
}

const TEXTS = ["name", "uci", "group"] as const;
const LONGEST = { name: 100, uci: 20, group: 50 };
const WIDTH = { name: 30, uci: 20, group: 10 };
const UCI_LENGTH = 13;
/** The field that a refusal of the API belongs to. */
const REFUSED_AT: Record<string, Place> = {
  "number-taken": "candidate",
  "already-entered": "uci",
  "outcome-refused": "mark",
  "not-earlier-series": "year",
  "already-submitted": "carries",
};

/** Enter a candidate (after submission: as a late entry), or correct the entry of one on the sheet. */
export function EnterCandidate({ marks, ended, done }: Props) {
  const draft = useSignal(emptyFor(marks));
  const open = useSignal(false);
  const { busy, fault, act } = useAct();
  const words = boardWords.value.entries.enter;
  const row = rowOf(draft.value.candidate, marks.rows);
  const held = Boolean(row?.note?.carried_from);
  const lacks = lacksOf(draft.value, marks, ended);
  const form = useLacks(Object.fromEntries(PLACES.map((place) => [`entry-${place}`, lacks[place]])));
  const refused = fault.value && placeOf(fault.value);

  const change = (part: Partial<Draft>) => {
    draft.value = { ...draft.value, ...part };
    fault.value = undefined;
  };
  /** Fill in the entry of a candidate on the sheet; for another number it is cleared again. */
  const choose = (candidate: string) => {
    const chosen = rowOf(candidate, marks.rows);
    if (chosen) change(draftOf(chosen, marks));
    else change({ ...(row ? emptyFor(marks) : {}), candidate });
    form.forget();
  };
  const enter = async (event: SubmitEvent) => {
    event.preventDefault();
    if (!form.complete()) return;
    const entry = entryOf(draft.value, marks.assessment.scale);
    const how = row ? "corrected" : marks.submission ? "late" : "before";
    const entered = await act(async () => {
      await enterCandidate(marks.id, entry, draft.value.reason.trim());
      draft.value = emptyFor(marks);
      form.forget();
      open.value = false;
      await done(() => boardWords.value.entries.enter.said[how](entry.candidate));
    });
    const place = !entered && fault.value && placeOf(fault.value);
    if (place) focus(place);
  };
  /** Show that a UCI is wrong as soon as it is complete. */
  const told = (place: Place) => form.tried || (place === "uci" && plainUci(draft.value.uci).length >= UCI_LENGTH);
  const errorAt = (place: Place) => (fault.value && refused === place ? refusal(fault.value, row !== undefined) : told(place) ? lacks[place] : undefined);
  return (
    <details class="cm-fold" open={open.value} onToggle={(event) => (open.value = event.currentTarget.open)}>
      <summary>{ended ? words.correctTitle : words.title}</summary>
      <form onSubmit={(event) => void enter(event)} noValidate>
        <ErrorSummary title={sheetWords.value.lacks} problems={form.problems} />
        <p class="govuk-body" role="status">
          {row ? words.corrects(`${row.candidate} ${row.name}`) : ended ? words.chooseOne : marks.submission ? words.late : words.before}
          {row && !held && !draft.value.carries && ` ${words.markStays}`}
        </p>
        <ChooseCandidate
          id="entry-candidate"
          label={words.labels.candidate}
          hint={words.hints.candidate}
          error={errorAt("candidate")}
          value={draft.value.candidate}
          type={choose}
        />
        {TEXTS.map((place) => (
          <Field
            key={place}
            id={`entry-${place}`}
            label={words.labels[place]}
            hint={place === "group" && row?.group ? words.groupStays : words.hints[place]}
            error={errorAt(place)}
          >
            {(props) => (
              <input
                class={`govuk-input govuk-input--width-${WIDTH[place]}`}
                {...props}
                maxLength={LONGEST[place]}
                autocomplete="off"
                spellcheck={false}
                value={draft.value[place]}
                onInput={(event) => change({ [place]: event.currentTarget.value })}
              />
            )}
          </Field>
        ))}
        {!ended && (
          <CarriedForward
            draft={draft.value}
            held={held}
            scale={marks.assessment.scale}
            errors={{ carries: errorAt("carries"), year: errorAt("year"), mark: errorAt("mark") }}
            change={change}
          />
        )}
        <Field id="entry-reason" label={words.labels.reason} hint={boardWords.value.entries.withdraw.reasonHint} error={errorAt("reason")}>
          {(props) => (
            <div class="govuk-input--width-30">
              <LongText {...props} rows={2} most={1000} value={draft.value.reason} type={(text) => change({ reason: text })} />
            </div>
          )}
        </Field>
        <Refusal fault={refused ? undefined : fault.value} />
        <button type="submit" class="govuk-button govuk-button--secondary" aria-disabled={busy.value}>
          {row || ended ? words.correct : words.button}
        </button>
      </form>
    </details>
  );
}

/** The field a refusal belongs to, from its code or its pointer. */
const placeOf = ({ problem }: ApiError): Place | undefined =>
  (problem.errors?.[0]?.pointer === "/reason" ? "reason" : undefined) ??
  REFUSED_AT[problem.code ?? ""] ??
  TEXTS.find((place) => problem.errors?.[0]?.pointer === `/entries/0/${place}`);

const focus = (place: Place) => document.getElementById(`entry-${place}`)?.focus();

/**
 * The API's refusal in words; a submitted mark is carried forward in two steps, and so is a different entry that is
 * `there`.
 */
function refusal(fault: ApiError, there: boolean): string {
  const { sent, other } = boardWords.value.entries.enter.lacks;
  const [pointed] = fault.problem.errors ?? [];
  if (fault.problem.code === "malformed-request" && pointed) return pointed.detail;
  if (fault.problem.code === "already-submitted") return sent;
  return fault.problem.code === "number-taken" && there ? other : faultWords(fault);
}
