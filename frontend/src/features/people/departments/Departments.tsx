import { useSignal } from "@preact/signals";
import { useLayoutEffect, useRef } from "preact/hooks";
import { Link } from "wouter-preact";
import { getFirstWithEntries, qualificationsOf } from "../../../api/assessments";
import type { Schemas } from "../../../api/client";
import { rolesAt, useCentre } from "../../../auth/centre";
import { type Say, t } from "../../../i18n/words";
import { useAct } from "../../../lib/act";
import { useAskBeforeLeaving } from "../../../lib/ask-before-leaving";
import { listed } from "../../../lib/listed";
import { useResource } from "../../../lib/resource";
import { ErrorSummary, type Trouble } from "../../../ui/ErrorSummary";
import { Page, Unloaded } from "../../../ui/Page";
import { Refusal } from "../../../ui/Refusal";
import { Said } from "../../../ui/Said";
import { AskForRole } from "../ask/AskForRole";
import { changeDepartments, getDepartments } from "./api";
import "./departments.scss";
import { type Draft, type Named, departmentsOf, draftOf, moved as movedTo, renamed, withOneMore, without, wrongNames } from "./draft";
import { departmentsWords } from "./words";
import { Nothing } from "../../../ui/Nothing";

type Department = Schemas["DepartmentOut"];
type Qualification = Schemas["QualificationOut"];

/** How the centre groups its qualifications: its administrator changes it, everyone sees it. */
export function Departments() {
  const place = useCentre();
  const { centre, series, alsoOpen = [] } = place;
  const loaded = useResource(centre.number, async () => {
    const [{ departments }, found] = await Promise.all([getDepartments(centre.number), getFirstWithEntries(centre.number, [series.id, ...alsoOpen])]);
    return { departments, qualifications: qualificationsOf(found.assessments) };
  });
  const data = loaded.data.value;
  if (!data) return <Unloaded loaded={loaded} />;
  const words = departmentsWords.value;
  return (
    <Page title={words.title} caption={`${centre.number} ${centre.name}`}>
      <p class="govuk-body">{words.lead}</p>
      {rolesAt(place).includes("centre administrator") ? (
        <Form centre={centre.number} {...data} />
      ) : (
        <>
          <List {...data} />
          <p class="govuk-body">{words.readOnly}</p>
          <AskForRole centre={centre} wanted="centre administrator" />
        </>
      )}
      <p class="govuk-body">
        <Link class="govuk-link" href="/settings">
          {t.value.links.settings}
        </Link>
      </p>
    </Page>
  );
}

const titleOf = (code: string, qualifications: Qualification[]) => [code, qualifications.find((one) => one.code === code)?.title].filter(Boolean).join(" ");

function List({ departments, qualifications }: { departments: Department[]; qualifications: Qualification[] }) {
  const words = departmentsWords.value;
  if (departments.length === 0) return <Nothing why={words.none} />;
  return (
    <dl class="govuk-summary-list">
      {departments.map(({ name, qualifications: codes }) => (
        <div key={name} class="govuk-summary-list__row">
          <dt class="govuk-summary-list__key">{name}</dt>
          <dd class="govuk-summary-list__value">{listed(codes.map((code) => titleOf(code, qualifications))) || words.empty}</dd>
        </div>
      ))}
    </dl>
  );
}

interface FormProps {
  centre: string;
  departments: Department[];
  qualifications: Qualification[];
}

function Form({ centre, departments, qualifications }: FormProps) {
  const draft = useSignal<Draft>(draftOf(departments));
  const saved = useSignal(JSON.stringify(departments));
  const tried = useSignal(false);
  const trouble = useSignal<Trouble[]>([]);
  const said = useSignal<Say | undefined>(undefined);
  const moved = useSignal<Say | undefined>(undefined);
  const toFocus = useRef<string | undefined>(undefined);
  const { busy, fault, act } = useAct();
  const words = departmentsWords.value;
  const wrong = tried.value ? wrongNames(draft.value) : new Map<number, "empty" | "twice">();
  useLayoutEffect(() => {
    if (toFocus.current) document.getElementById(toFocus.current)?.focus();
    toFocus.current = undefined;
  });
  useAskBeforeLeaving(() => (JSON.stringify(departmentsOf(draft.peek())) === saved.peek() ? undefined : departmentsWords.value.leave));

  const change = (next: Draft) => {
    draft.value = next;
    said.value = undefined;
    moved.value = undefined;
  };
  const add = () => {
    const next = withOneMore(draft.value);
    toFocus.current = nameId(next.names.at(-1)?.id ?? 0);
    change(next);
  };
  const remove = ({ id, name }: Named, place: number) => {
    const { names, homes } = draft.value;
    const neighbour = names[place + 1] ?? names[place - 1];
    toFocus.current = neighbour ? nameId(neighbour.id) : ADD;
    change(without(draft.value, id));
    const count = [...homes.values()].filter((home) => home === id).length;
    if (count > 0) moved.value = () => departmentsWords.value.moved(name.trim(), count);
  };
  const save = async (event: SubmitEvent) => {
    event.preventDefault();
    tried.value = true;
    trouble.value = [...wrongNames(draft.value)].map(([id, why]) => ({ say: () => departmentsWords.value.wrong[why], at: nameId(id) }));
    if (trouble.value.length > 0) return;
    const done = await act(async () => {
      const now = await changeDepartments(centre, { departments: departmentsOf(draft.value) });
      draft.value = draftOf(now.departments);
      saved.value = JSON.stringify(departmentsOf(draft.value));
    });
    tried.value = false;
    if (done) said.value = () => departmentsWords.value.saved;
  };
  return (
    <form onSubmit={(event) => void save(event)} noValidate>
      <Said say={said.value} />
      <ErrorSummary title={words.notSaved} problems={trouble.value} />
      <h2 class="govuk-heading-m">{words.names}</h2>
      <ul class="cm-departments">
        {draft.value.names.map(({ id, name }, place) => (
          <li key={id}>
            <label class="govuk-visually-hidden" for={nameId(id)}>
              {words.name(place + 1)}
            </label>
            <input
              class={`govuk-input${wrong.has(id) ? " govuk-input--error" : ""}`}
              id={nameId(id)}
              maxLength={60}
              autocomplete="off"
              value={name}
              aria-invalid={wrong.has(id) ? "true" : undefined}
              aria-describedby={wrong.has(id) ? `${nameId(id)}-error` : undefined}
              onInput={(event) => change(renamed(draft.value, id, event.currentTarget.value))}
            />
            <button type="button" class="cm-link-button" onClick={() => remove({ id, name }, place)}>
              {words.remove} <span class="govuk-visually-hidden">{name}</span>
            </button>
            {wrong.has(id) && (
              <p class="govuk-error-message" id={`${nameId(id)}-error`}>
                {words.wrong[wrong.get(id)!]}
              </p>
            )}
          </li>
        ))}
      </ul>
      <p class="govuk-hint" role="status">
        {moved.value?.()}
      </p>
      <button type="button" id={ADD} class="govuk-button govuk-button--secondary" onClick={add}>
        {words.add}
      </button>
      <Homes draft={draft.value} qualifications={qualifications} change={change} />
      <Refusal fault={fault.value} />
      <div class="cm-settings__save">
        <button type="submit" class="govuk-button" aria-disabled={busy.value}>
          {t.value.shell.save}
        </button>
      </div>
    </form>
  );
}

const ADD = "add-department";
const nameId = (id: number) => `department-${id}`;

/** The department of each qualification; those of other series that are in one are kept. */
function Homes({ draft, qualifications, change }: { draft: Draft; qualifications: Qualification[]; change: (next: Draft) => void }) {
  const words = departmentsWords.value;
  const codes = [...new Set([...qualifications.map(({ code }) => code), ...draft.homes.keys()])].toSorted();
  const named = draft.names.filter(({ name }) => name.trim() !== "");
  return (
    <>
      <h2 class="govuk-heading-m">{words.qualifications}</h2>
      {codes.length === 0 && <p class="govuk-body">{words.noQualifications}</p>}
      <ul class="cm-departments">
        {codes.map((code) => (
          <li key={code}>
            <label for={`home-${code}`}>{titleOf(code, qualifications)}</label>
            <select
              class="govuk-select"
              id={`home-${code}`}
              value={String(draft.homes.get(code) ?? "")}
              onChange={({ currentTarget: { value } }) => change(movedTo(draft, code, value === "" ? undefined : Number(value)))}
            >
              <option value="">{words.nowhere}</option>
              {named.map(({ id, name }) => (
                <option key={id} value={String(id)}>
                  {name.trim()}
                </option>
              ))}
            </select>
          </li>
        ))}
      </ul>
    </>
  );
}
