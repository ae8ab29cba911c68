import { useSignal } from "@preact/signals";
import { Link } from "wouter-preact";
import type { Say } from "../../i18n/words";
import { useAct } from "../../lib/act";
import { day, hasPassed, isoDay, moment } from "../../lib/dates";
import { Field } from "../../ui/Field";
import { Refusal } from "../../ui/Refusal";
import { dueFault } from "./AskColleague";
import { type Asked, changeRequest, takeBack } from "./api";
import { dayWords, lacksOf, partOf, placeOf, remindedWords } from "./asked";
import { requestWords } from "./words";

interface Props {
  asked: Asked;
  /** Undefined for someone who may not ask. */
  change?: {
    chosen: boolean;
    choose: (on: boolean) => void;
    remind: () => void;
    busy: boolean;
    done: (say: Say, back?: Asked) => Promise<void>;
  };
}

/** One request: who was asked for what by when, how far it is, and what can be done. */
export function AskedRow({ asked, change }: Props) {
  const { request } = asked;
  const words = requestWords.value.list;
  const what = partOf(asked);
  const tag = request.done
    ? ["govuk-tag--green", words.done]
    : request.late
      ? ["govuk-tag--red", words.late]
      : request.ready_at
        ? ["govuk-tag--blue", words.ready]
        : undefined;
  return (
    <tr>
      {change && (
        <td class="cm-tick">
          {!request.done && (
            <label>
              <input
                type="checkbox"
                aria-label={words.chooseFor(`${request.to.name}, ${what}`)}
                checked={change.chosen}
                onChange={(event) => change.choose(event.currentTarget.checked)}
              />
            </label>
          )}
        </td>
      )}
      <th scope="row">
        <Link class="govuk-link" href={placeOf(asked)}>
          {what}
        </Link>
      </th>
      <td data-label={words.who}>
        {request.to.name}
        <span class="cm-hint">{words.since(dayWords(request.asked_at), request.asked_by)}</span>
      </td>
      <td data-label={words.due}>
        <span class="cm-day">{day(request.due)}</span>
      </td>
      <td data-label={words.progress}>
        {tag && <strong class={`govuk-tag ${tag[0]}`}>{tag[1]}</strong>}
        <span class={tag ? "cm-hint" : undefined}>{lacksOf(asked)}</span>
        {request.ready_at && <span class="cm-hint">{moment(request.ready_at)}</span>}
        {remindedWords(request) && <span class="cm-hint">{remindedWords(request)}</span>}
      </td>
      {change && (
        <td data-label={words.more}>
          {!request.done && !request.reminded_today && (
            <button
              type="button"
              class="cm-link-button"
              aria-label={words.remindFor(request.to.name, what)}
              aria-disabled={change.busy}
              onClick={change.remind}
            >
              {words.remind(request.to.name)}
            </button>
          )}
          <Changes asked={asked} done={change.done} />
        </td>
      )}
    </tr>
  );
}

/** Another date, or no request any more. */
function Changes({ asked, done }: { asked: Asked; done: (say: Say, back?: Asked) => Promise<void> }) {
  const { sheet, request } = asked;
  const editing = useSignal(false);
  const due = useSignal(request.due);
  const tried = useSignal(false);
  const { busy, fault, act } = useAct();
  const words = requestWords.value.list;
  const { name, id } = request.to;
  const what = partOf(asked);
  const lastDay = hasPassed(sheet.deadline) ? null : isoDay(0, new Date(sheet.deadline));
  const wrong = dueFault(due.value, lastDay);
  const open = !sheet.submission || sheet.late_entries > 0;

  const save = async (event: SubmitEvent) => {
    event.preventDefault();
    tried.value = true;
    if (wrong) return;
    await act(async () => {
      await changeRequest(sheet.sheet, request.number, { to: id, groups: request.groups, due: due.value });
      editing.value = false;
      const now = due.value;
      await done(() => requestWords.value.list.dateSaved(day(now)));
    });
  };
  const remove = () =>
    act(async () => {
      await takeBack(sheet.sheet, request.number);
      await done(() => requestWords.value.list.takenBack(name), open ? asked : undefined);
    });
  return (
    <>
      {open && !request.done && (
        <button
          type="button"
          class="cm-link-button"
          aria-expanded={editing.value}
          aria-label={words.otherDateFor(name, what)}
          onClick={() => (editing.value = !editing.value)}
        >
          {words.otherDate}
        </button>
      )}
      <button type="button" class="cm-link-button" aria-disabled={busy.value} aria-label={words.takeBackFor(name, what)} onClick={() => void remove()}>
        {words.takeBack}
      </button>
      {editing.value && (
        <form onSubmit={(event) => void save(event)} noValidate>
          <Field id={`due-${sheet.sheet}-${request.number}`} label={requestWords.value.form.due} error={tried.value ? wrong : undefined}>
            {(props) => (
              <input
                class="govuk-input govuk-input--width-10"
                {...props}
                type="date"
                min={isoDay()}
                max={lastDay ?? undefined}
                value={due.value}
                onInput={(event) => (due.value = event.currentTarget.value)}
              />
            )}
          </Field>
          <button type="submit" class="govuk-button govuk-button--secondary" aria-disabled={busy.value}>
            {words.saveDate}
          </button>
        </form>
      )}
      <Refusal fault={fault.value} />
    </>
  );
}
