import { useSignal } from "@preact/signals";
import { type Say, t } from "../../../i18n/words";
import { useAct } from "../../../lib/act";
import { useKeyFor } from "../../../lib/key-for";
import { Dialog } from "../../../ui/Dialog";
import { useModal } from "../../../ui/use-modal";
import { ErrorSummary } from "../../../ui/ErrorSummary";
import { useLacks } from "../../../ui/lacks";
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
  const dialog = useModal();
  const roles = useSignal<Role[]>(person.roles);
  const removing = useSignal(false);
  const { busy, fault, act } = useAct();
  const keyFor = useKeyFor();
  const shut = () => dialog.current?.close();
  const words = peopleWords.value;
  const form = useLacks({ roles: roles.value.length === 0 ? words.dialog.noRoles : undefined });

  const give = (wanted: Role[], say: Say) =>
    act(async () => {
      const change = { roles: wanted.toSorted(), before: person.roles, limits: person.limits, limits_before: person.limits };
      await giveRoles(centre, person.id, change, keyFor(change));
      shut();
      await done(say);
    });
  const save = () => {
    if (form.complete()) void give(roles.value, () => peopleWords.value.said.roles(person.name));
  };
  return (
    <Dialog dialog={dialog} title={(removing.value ? words.remove : words.dialog).title(person.name)} close={close}>
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
          <ErrorSummary title={words.invite.lacks} problems={form.problems} />
          <RoleBoxes id="roles" chosen={roles.value} machine={person.machine} choose={(chosen) => (roles.value = chosen)} error={form.at("roles")} />
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
    </Dialog>
  );
}
