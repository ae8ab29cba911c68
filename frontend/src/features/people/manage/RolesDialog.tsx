import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { type Say, t } from "../../../i18n/words";
import { useAct } from "../../../lib/act";
import { useKeyFor } from "../../../lib/key-for";
import { PeopleRefusal } from "./PeopleRefusal";
import { RoleBoxes } from "./RoleBoxes";
import { type Person, type Role, giveRoles } from "./api";
import { peopleWords } from "./words";

interface Props {
  centre: string;
  person: Person;
  /** Whether these are the roles of the person who changes them. */
  own: boolean;
  done: (say: Say) => Promise<void>;
  close: () => void;
}

/** Someone's roles, to change; and the way to remove them, which is asked about in the same place. */
export function RolesDialog({ centre, person, own, done, close }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const roles = useSignal<Role[]>(person.roles);
  const removing = useSignal(false);
  const none = useSignal(false);
  const { busy, fault, act } = useAct();
  const keyFor = useKeyFor();
  useEffect(() => dialog.current?.showModal(), []);
  const shut = () => dialog.current?.close();
  const words = peopleWords.value;

  const give = (wanted: Role[], say: Say) =>
    act(async () => {
      const change = { roles: wanted.toSorted(), before: person.roles };
      await giveRoles(centre, person.id, change, keyFor(change));
      shut();
      await done(say);
    });
  const save = () => {
    none.value = roles.value.length === 0;
    if (!none.value) void give(roles.value, () => peopleWords.value.said.roles(person.name));
  };
  return (
    <dialog class="cm-dialog" ref={dialog} aria-labelledby="roles-title" onClose={close}>
      <h2 class="govuk-heading-m" id="roles-title">
        {removing.value ? words.remove.title(person.name) : words.dialog.title(person.name)}
      </h2>
      {removing.value ? (
        <ul class="govuk-list govuk-list--bullet">
          {words.remove.does.map((said) => (
            <li key={said}>{said}</li>
          ))}
        </ul>
      ) : (
        <>
          {person.email && <p class="govuk-hint">{person.email}</p>}
          {own && <p class="govuk-inset-text">{words.dialog.yourself}</p>}
          <RoleBoxes
            id="roles"
            chosen={roles.value}
            machine={person.machine}
            choose={(chosen) => (roles.value = chosen)}
            error={none.value && roles.value.length === 0 ? words.dialog.noRoles : undefined}
          />
        </>
      )}
      <PeopleRefusal fault={fault.value} />
      <div class="cm-dialog__buttons">
        {removing.value ? (
          <button
            type="button"
            class="govuk-button govuk-button--warning"
            aria-disabled={busy.value}
            onClick={() => void give([], () => peopleWords.value.said.removed(person.name))}
          >
            {words.remove.yes}
          </button>
        ) : (
          <button type="button" class="govuk-button" aria-disabled={busy.value} onClick={save}>
            {words.dialog.save}
          </button>
        )}
        <button type="button" class="govuk-button govuk-button--secondary" onClick={shut}>
          {t.value.shell.cancel}
        </button>
        {!removing.value && (
          <button type="button" class="cm-link-button" onClick={() => (removing.value = true)}>
            {words.dialog.remove}
          </button>
        )}
      </div>
    </dialog>
  );
}
