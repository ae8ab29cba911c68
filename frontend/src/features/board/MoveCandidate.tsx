import { useSignal } from "@preact/signals";
import type { ApiError, Schemas } from "../../api/client";
import { faultWords } from "../../i18n/fault-words";
import { t } from "../../i18n/words";
import { useAct } from "../../lib/act";
import { sheetWords } from "../../sheet/words";
import { ErrorSummary } from "../../ui/ErrorSummary";
import { Field } from "../../ui/Field";
import { LongText } from "../../ui/LongText";
import { Refusal } from "../../ui/Refusal";
import { useLacks } from "../../ui/lacks";
import { ChooseCandidate } from "./ChooseCandidate";
import { ConfirmMove } from "./ConfirmMove";
import { moveCandidate } from "./api";
import type { Done } from "./done";
import { rowOf } from "./entry";
import { useOtherCentre } from "./other-centre";
import { boardWords } from "./words";

interface Props {
  marks: Schemas["SheetOut"];
  done: Done;
}

const PLACES = ["candidate", "centre", "number", "reason"] as const;
type Place = (typeof PLACES)[number];
const EMPTY = { candidate: "", centre: "", number: "", reason: "" };
const DIGITS = { centre: 5, number: 4 };
/** The field that a refusal of the API belongs to. */
const REFUSED_AT: Record<string, Place> = { "same-centre": "centre", "already-entered": "centre", "number-taken": "number" };

/** Move a candidate to another centre, after seeing what it does. */
export function MoveCandidate({ marks, done }: Props) {
  const draft = useSignal(EMPTY);
  const open = useSignal(false);
  const asking = useSignal(false);
  const { busy, fault, act } = useAct();
  const words = boardWords.value.entries.move;
  const typed = {
    candidate: draft.value.candidate.trim(),
    centre: draft.value.centre.trim(),
    number: draft.value.number.trim(),
    reason: draft.value.reason.trim(),
  };
  const other = useOtherCentre(typed.centre, marks);
  const row = rowOf(typed.candidate, marks.rows);
  const known = other && other !== "none" ? other : undefined;
  const refusedAt = (refusal: ApiError | undefined): Place | undefined => {
    if (refusal?.status === 404) return known ? "candidate" : "centre";
    return REFUSED_AT[refusal?.problem.code ?? ""];
  };
  const refused = refusedAt(fault.value);
  const lacks: Partial<Record<Place, string>> = {
    ...(!row ? { candidate: boardWords.value.entries.withdraw.noCandidate } : {}),
    ...(!/^\d{5}$/.test(typed.centre) ? { centre: words.lacks.centre } : {}),
    ...(other === "none" ? { centre: words.lacks.unknown } : {}),
    ...(typed.centre === marks.centre.number ? { centre: t.value.problems.code["same-centre"] } : {}),
    ...(!/^\d{4}$/.test(typed.number) ? { number: words.lacks.number } : {}),
    ...(typed.reason === "" ? { reason: words.lacks.reason } : {}),
  };
  const form = useLacks(Object.fromEntries(PLACES.map((place) => [`move-${place}`, lacks[place]])));

  const change = (part: Partial<typeof EMPTY>) => {
    draft.value = { ...draft.value, ...part };
    fault.value = undefined;
  };
  const look = (event: SubmitEvent) => {
    event.preventDefault();
    if (form.complete()) asking.value = true;
  };
  const move = async (close: () => void) => {
    const moved = await act(async () => {
      const { joined } = await moveCandidate(marks.id, typed);
      close();
      draft.value = EMPTY;
      form.forget();
      open.value = false;
      const there = known ? `${known.number} ${known.name}` : typed.centre;
      await done(() => boardWords.value.entries.move.said(typed.candidate, there, typed.number), {
        href: `/board/${joined.sheet}`,
        say: () => boardWords.value.entries.move.see(typed.centre),
      });
    });
    const place = !moved && refusedAt(fault.value);
    if (!place) return;
    close();
    focus(place);
  };
  /** Show that a centre number is wrong as soon as it is typed. */
  const told = (place: Place) => form.tried || (place === "centre" && typed.centre.length === DIGITS.centre);
  const refusal = (what: ApiError) => (what.status === 404 ? words.lacks[known ? "left" : "unknown"] : faultWords(what));
  const errorAt = (place: Place) => (fault.value && refused === place ? refusal(fault.value) : told(place) ? lacks[place] : undefined);
  return (
    <details class="cm-fold" open={open.value} onToggle={(event) => (open.value = event.currentTarget.open)}>
      <summary>{words.title}</summary>
      <form onSubmit={look} noValidate>
        <ErrorSummary title={sheetWords.value.lacks} problems={form.problems} />
        <ChooseCandidate
          id="move-candidate"
          {...(row ? { hint: row.name } : {})}
          error={errorAt("candidate")}
          value={draft.value.candidate}
          type={(candidate) => change({ candidate })}
        />
        {(["centre", "number"] as const).map((place) => (
          <Field
            key={place}
            id={`move-${place}`}
            label={words.labels[place]}
            hint={place === "centre" && known ? known.name : words.hints[place]}
            error={errorAt(place)}
          >
            {(props) => (
              <input
                class="govuk-input govuk-input--width-10"
                {...props}
                maxLength={DIGITS[place]}
                inputMode="numeric"
                autocomplete="off"
                value={draft.value[place]}
                onInput={(event) => change({ [place]: event.currentTarget.value })}
              />
            )}
          </Field>
        ))}
        <Field id="move-reason" label={words.labels.reason} hint={words.hints.reason} error={errorAt("reason")}>
          {(props) => <LongText {...props} rows={2} most={1000} value={draft.value.reason} type={(reason) => change({ reason })} />}
        </Field>
        {!row && <Refusal fault={refused ? undefined : fault.value} />}
        <button type="submit" class="govuk-button govuk-button--secondary">
          {words.look}
        </button>
      </form>
      {asking.value && row && (
        <ConfirmMove
          marks={marks}
          row={row}
          there={known ?? { number: typed.centre, name: "", submitted: false }}
          number={typed.number}
          busy={busy.value}
          fault={refused ? undefined : fault.value}
          move={move}
          close={() => {
            asking.value = false;
            if (!refusedAt(fault.value)) fault.value = undefined;
          }}
        />
      )}
    </details>
  );
}

const focus = (place: Place) => document.getElementById(`move-${place}`)?.focus();
