import { useSignal } from "@preact/signals";
import { type Say, t } from "../../../i18n/words";
import { useAct } from "../../../lib/act";
import { moment } from "../../../lib/dates";
import { useKeyFor } from "../../../lib/key-for";
import { Dialog } from "../../../ui/Dialog";
import { useModal } from "../../../ui/use-modal";
import { PeopleRefusal } from "./PeopleRefusal";
import { type Asked, type Person, declineRole, giveRoles } from "./api";
import { givenOf, sentOf, withOne, withRole } from "./given";
import { peopleWords } from "./words";

interface Props {
  centre: string;
  requests: Asked[];
  people: Person[];
  done: (say: Say) => Promise<void>;
}

/** Who asks for a role, to give or decline; nothing when nobody does. */
export function RoleRequests({ requests, ...of }: Props) {
  if (requests.length === 0) return null;
  return (
    <section>
      <h2 class="govuk-heading-m">{peopleWords.value.asking.title}</h2>
      <ul class="govuk-list">
        {requests.map((request) => (
          <RoleRequest key={`${request.person} ${request.role} ${request.assessment}`} request={request} {...of} />
        ))}
      </ul>
    </section>
  );
}

function RoleRequest({ centre, request, people, done }: Omit<Props, "requests"> & { request: Asked }) {
  const { busy, fault, act } = useAct();
  const keyFor = useKeyFor();
  const sure = useSignal(false);
  const words = peopleWords.value;
  const { person, name, role, assessment, at } = request;
  const { roles: before = [], limits = [] } = people.find(({ id }) => id === person) ?? {};
  const manages = role === "centre administrator";
  const what = words.asking.asks(name, words.role[role], assessment);
  const give = (code: string | null) =>
    act(async () => {
      const held = givenOf({ roles: before, limits });
      const change = { ...sentOf(code ? withOne(held, role, code) : withRole(held, role, undefined)), before, limits_before: limits };
      await giveRoles(centre, person, change, keyFor(change));
      await done(() => peopleWords.value.said.roles(name));
    });
  const decline = () =>
    act(async () => {
      await declineRole(centre, person, { role, assessment }, keyFor(["decline", person, role, assessment, at]));
      await done(() => peopleWords.value.said.declined(name));
    });
  return (
    <li class="cm-people__request">
      <p class="govuk-body">
        {what}
        <span class="cm-hint">{moment(at)}</span>
      </p>
      <div class="cm-dialog__buttons">
        <button
          type="button"
          class={`govuk-button${manages ? " govuk-button--secondary" : ""}`}
          aria-label={`${words.asking.give(assessment)}: ${what}`}
          aria-disabled={busy.value}
          onClick={() => (manages ? (sure.value = true) : void give(assessment))}
        >
          {words.asking.give(assessment)}
        </button>
        {assessment && (
          <button
            type="button"
            class="govuk-button govuk-button--secondary"
            aria-label={`${words.asking.giveAll}: ${what}`}
            aria-disabled={busy.value}
            onClick={() => void give(null)}
          >
            {words.asking.giveAll}
          </button>
        )}
        <button
          type="button"
          class="govuk-button govuk-button--secondary"
          aria-label={`${words.asking.decline}: ${what}`}
          aria-disabled={busy.value}
          onClick={() => void decline()}
        >
          {words.asking.decline}
        </button>
      </div>
      <PeopleRefusal fault={fault.value} />
      {sure.value && <Sure name={name} give={() => void give(null)} close={() => (sure.value = false)} />}
    </li>
  );
}

/** Asked before someone can manage the people of the centre. */
function Sure({ name, give, close }: { name: string; give: () => void; close: () => void }) {
  const dialog = useModal();
  const shut = () => dialog.current?.close();
  const words = peopleWords.value;
  const yes = () => {
    shut();
    give();
  };
  return (
    <Dialog dialog={dialog} title={words.asking.sure(name)} close={close}>
      <p class="govuk-body">{words.does["centre administrator"]}</p>
      <div class="cm-dialog__buttons">
        <button type="button" class="govuk-button" onClick={yes}>
          {words.asking.yes}
        </button>
        <button type="button" class="govuk-button govuk-button--secondary" onClick={shut}>
          {t.value.shell.cancel}
        </button>
      </div>
    </Dialog>
  );
}
