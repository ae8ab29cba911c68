import { useSignal } from "@preact/signals";
import type { Say } from "../../../i18n/words";
import { useAct } from "../../../lib/act";
import { ErrorSummary } from "../../../ui/ErrorSummary";
import { Field } from "../../../ui/Field";
import { useLacks } from "../../../ui/lacks";
import { useKeyFor } from "../../../lib/key-for";
import { PeopleRefusal } from "./PeopleRefusal";
import type { Choice } from "./LimitChoice";
import { RoleBoxes, lacksOf } from "./RoleBoxes";
import { invitePerson } from "./api";
import { NOTHING, sentOf } from "./given";
import { peopleWords } from "./words";

const ADDRESS = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;
const ASCII = /^[\u0020-\u007e]*$/;

interface Props {
  centre: string;
  /** The centre's assessments, to give a role for some. */
  list: readonly Choice[];
  done: (say: Say) => Promise<void>;
}

/** Give someone access, and mail them how to sign in. */
export function InviteForm({ centre, list, done }: Props) {
  const open = useSignal(false);
  const name = useSignal("");
  const email = useSignal("");
  const given = useSignal(NOTHING);
  const { busy, fault, act } = useAct();
  const keyFor = useKeyFor();
  const words = peopleWords.value.invite;
  const form = useLacks({
    "invite-name": name.value.trim() === "" ? words.noName : undefined,
    "invite-email": wrongWith(email.value.trim()),
    ...lacksOf("invite-roles", given.value, words.noRoles),
  });

  const send = async (event: SubmitEvent) => {
    event.preventDefault();
    if (!form.complete()) return;
    const wanted = { name: name.value.trim(), email: email.value.trim(), ...sentOf(given.value) };
    await act(async () => {
      const person = await invitePerson(centre, wanted, keyFor(wanted));
      name.value = "";
      email.value = "";
      given.value = NOTHING;
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
        <RoleBoxes id="invite-roles" given={given.value} choose={(now) => (given.value = now)} at={form.at} list={list} />
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
