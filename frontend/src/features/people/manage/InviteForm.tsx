import { useSignal } from "@preact/signals";
import type { Say } from "../../../i18n/words";
import { useAct } from "../../../lib/act";
import { ErrorSummary } from "../../../ui/ErrorSummary";
import { Field } from "../../../ui/Field";
import { useLacks } from "../../../ui/lacks";
import { useKeyFor } from "../../../lib/key-for";
import { PeopleRefusal } from "./PeopleRefusal";
import { RoleBoxes } from "./RoleBoxes";
import { type Role, invitePerson } from "./api";
import { peopleWords } from "./words";

const ADDRESS = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;
const ASCII = /^[\u0020-\u007e]*$/;

interface Props {
  centre: string;
  done: (say: Say) => Promise<void>;
}

/** Give someone access, and mail them how to sign in. */
export function InviteForm({ centre, done }: Props) {
  const open = useSignal(false);
  const name = useSignal("");
  const email = useSignal("");
  const roles = useSignal<Role[]>([]);
  const { busy, fault, act } = useAct();
  const keyFor = useKeyFor();
  const words = peopleWords.value.invite;
  const form = useLacks({
    "invite-name": name.value.trim() === "" ? words.noName : undefined,
    "invite-email": wrongWith(email.value.trim()),
    "invite-roles": roles.value.length === 0 ? words.noRoles : undefined,
  });

  const send = async (event: SubmitEvent) => {
    event.preventDefault();
    if (!form.complete()) return;
    const wanted = { name: name.value.trim(), email: email.value.trim(), roles: [...roles.value].toSorted(), limits: [] };
    await act(async () => {
      const person = await invitePerson(centre, wanted, keyFor(wanted));
      name.value = "";
      email.value = "";
      roles.value = [];
      form.forget();
      open.value = false;
      const { invited, unsent } = peopleWords.value.said;
      await done(() => (person.invitation_sent_at ? invited(person.name, person.email) : unsent(person.name)));
    });
  };
  return (
    <details class="cm-fold" open={open.value} onToggle={(event) => (open.value = event.currentTarget.open)}>
      <summary>{words.title}</summary>
      <form onSubmit={(event) => void send(event)} noValidate>
        <ErrorSummary title={words.lacks} problems={form.problems} />
        <p class="govuk-body">{words.lead}</p>
        <Field id="invite-name" label={words.name} hint={words.nameHint} error={form.at("invite-name")}>
          {(props) => (
            <input
              class="govuk-input govuk-input--width-20"
              {...props}
              autocomplete="off"
              maxLength={100}
              value={name.value}
              onInput={(event) => (name.value = event.currentTarget.value)}
            />
          )}
        </Field>
        <Field id="invite-email" label={words.email} error={form.at("invite-email")}>
          {(props) => (
            <input
              class="govuk-input govuk-input--width-20"
              {...props}
              type="email"
              autocomplete="off"
              spellcheck={false}
              maxLength={128}
              value={email.value}
              onInput={(event) => (email.value = event.currentTarget.value)}
            />
          )}
        </Field>
        <RoleBoxes id="invite-roles" chosen={roles.value} choose={(chosen) => (roles.value = chosen)} error={form.at("invite-roles")} />
        <PeopleRefusal fault={fault.value} />
        <button type="submit" class="govuk-button" aria-disabled={busy.value}>
          {words.send}
        </button>
      </form>
    </details>
  );
}

function wrongWith(address: string): string | undefined {
  const words = peopleWords.value.invite;
  if (!ASCII.test(address)) return words.foreign;
  return ADDRESS.test(address) ? undefined : words.noEmail;
}
