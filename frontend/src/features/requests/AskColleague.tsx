import { useSignal } from "@preact/signals";
import { useMemo } from "preact/hooks";
import type { Schemas } from "../../api/client";
import { useAct } from "../../lib/act";
import { day, isoDay } from "../../lib/dates";
import { newKey } from "../../lib/new-key";
import { useResource } from "../../lib/resource";
import { getRequests } from "../../sheet/api";
import { sheetWords } from "../../sheet/words";
import { CheckBox } from "../../ui/CheckBox";
import { ErrorSummary } from "../../ui/ErrorSummary";
import { Field } from "../../ui/Field";
import { Failed } from "../../ui/Page";
import { Refusal } from "../../ui/Refusal";
import { useLacks } from "../../ui/lacks";
import { type Summary, askColleague } from "./api";
import { requestWords } from "./words";

interface Props {
  /** The assessments whose marks can be asked for. */
  open: Summary[];
  /** The assessment to begin with. */
  first: string;
  asked: (name: string) => Promise<void>;
}

/** Whom to ask for which marks, by when. */
export function AskColleague({ open, first, asked }: Props) {
  const sheet = useSignal(open.some((one) => one.sheet === first) ? first : "");
  const to = useSignal("");
  const groups = useSignal<string[]>([]);
  const due = useSignal("");
  const { busy, fault, act } = useAct();
  const { data, error, reload } = useResource<Schemas["RequestsOut"] | undefined>(sheet.value, async () =>
    sheet.value ? getRequests(sheet.value) : undefined,
  );
  const known = data.value;
  const words = requestWords.value.form;
  const name = known?.people.find(({ id }) => id === to.value)?.name ?? "";
  const key = useMemo(newKey, [sheet.value, to.value, groups.value, due.value]);
  const form = useLacks({
    sheet: sheet.value ? undefined : words.noSheet,
    to: to.value ? undefined : words.noTo,
    due: dueFault(due.value, known?.last_day ?? null),
  });

  const send = async (event: SubmitEvent) => {
    event.preventDefault();
    if (!form.complete()) return;
    await act(async () => {
      await askColleague(sheet.value, { to: to.value, groups: groups.value, due: due.value }, key);
      to.value = "";
      groups.value = [];
      form.forget();
      await asked(name);
      await reload();
    });
  };
  return (
    <form class="cm-ask" onSubmit={(event) => void send(event)} noValidate>
      <h2 class="govuk-heading-m">{words.title}</h2>
      <ErrorSummary title={sheetWords.value.lacks} problems={form.problems} />
      <Field id="sheet" label={words.sheet} error={form.at("sheet")}>
        {(props) => (
          <select
            class="govuk-select"
            {...props}
            value={sheet.value}
            onChange={(event) => {
              sheet.value = event.currentTarget.value;
              groups.value = [];
            }}
          >
            <option value="">{words.chooseSheet}</option>
            {open.map((one) => (
              <option key={one.sheet} value={one.sheet}>
                {one.assessment.code} {one.assessment.title}
              </option>
            ))}
          </select>
        )}
      </Field>
      {error.value && <Failed error={error.value} retry={() => void reload()} />}
      {known && known.groups.length > 0 && (
        <fieldset class="govuk-fieldset govuk-form-group" aria-describedby="groups-hint">
          <legend class="govuk-fieldset__legend">{words.groups}</legend>
          <div class="govuk-hint" id="groups-hint">
            {words.groupsHint}
          </div>
          <div class="govuk-checkboxes govuk-checkboxes--small cm-ask__groups">
            {known.groups.map((one, place) => (
              <CheckBox
                key={one}
                id={`group-${place}`}
                label={one}
                checked={groups.value.includes(one)}
                error={undefined}
                tick={(on) => (groups.value = known.groups.filter((group) => (group === one ? on : groups.value.includes(group))))}
              />
            ))}
          </div>
        </fieldset>
      )}
      {known && (
        <div class="cm-ask__who">
          <Field id="to" label={words.to} error={form.at("to")}>
            {(props) => (
              <select class="govuk-select" {...props} value={to.value} onChange={(event) => (to.value = event.currentTarget.value)}>
                <option value="">{words.chooseTo}</option>
                {known.people.map((person) => (
                  <option key={person.id} value={person.id}>
                    {person.name}
                  </option>
                ))}
              </select>
            )}
          </Field>
          <Field id="due" label={words.due} hint={known.last_day ? words.dueHint(day(known.last_day)) : words.dueHintLate} error={form.at("due")}>
            {(props) => (
              <input
                class="govuk-input govuk-input--width-10"
                {...props}
                type="date"
                min={isoDay()}
                max={known.last_day ?? undefined}
                value={due.value}
                onInput={(event) => (due.value = event.currentTarget.value)}
              />
            )}
          </Field>
        </div>
      )}
      <Refusal fault={fault.value} />
      <button type="submit" class="govuk-button" aria-disabled={busy.value}>
        {words.ask(name)}
      </button>
    </form>
  );
}

/** What is wrong with a centre's own date. */
export function dueFault(due: string, lastDay: string | null): string | undefined {
  const words = requestWords.value.form;
  if (!due) return words.noDue;
  if (due < isoDay()) return words.over;
  return lastDay && due > lastDay ? words.afterDeadline(day(lastDay)) : undefined;
}
