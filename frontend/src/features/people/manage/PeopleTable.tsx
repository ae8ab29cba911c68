import type { Say } from "../../../i18n/words";
import { useAct } from "../../../lib/act";
import { day, hasPassed } from "../../../lib/dates";
import { useKeyFor } from "../../../lib/key-for";
import { PeopleRefusal } from "./PeopleRefusal";
import { type Person, inviteAgain } from "./api";
import { peopleWords } from "./words";

interface Props {
  centre: string;
  me: string;
  people: Person[];
  change: (person: Person) => void;
  done: (say: Say) => Promise<void>;
}

/** Everyone at the centre by name, with what they may do and whether they have signed in. */
export function PeopleTable({ centre, me, people, change, done }: Props) {
  const words = peopleWords.value;
  const { columns } = words;
  return (
    <table class="govuk-table cm-table cm-list cm-people">
      <caption class="govuk-visually-hidden">{words.title}</caption>
      <thead>
        <tr>
          <th scope="col">{columns.name}</th>
          <th scope="col">{columns.roles}</th>
          <th scope="col">{columns.signedIn}</th>
          <th scope="col">{columns.change}</th>
        </tr>
      </thead>
      <tbody>
        {people.map((person) => (
          <tr key={person.id}>
            <th scope="row">
              <strong>{person.name}</strong> {person.id === me && <span class="cm-hint-inline">({words.you})</span>}
              <span class="cm-hint">{person.machine ? words.program : <Address of={person.email} />}</span>
            </th>
            <td data-label={columns.roles}>
              <Roles person={person} />
            </td>
            <td data-label={columns.signedIn}>
              <SignedInCell person={person} />
              {canBeInvited(person) && <AgainButton centre={centre} person={person} done={done} />}
            </td>
            <td>
              <button type="button" class="cm-link-button" aria-label={`${words.change}: ${person.name}`} onClick={() => change(person)}>
                {words.change}
              </button>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The roles for the whole centre in one line, and each that is for single assessments in one of its own. */
function Roles({ person: { roles, limits } }: { person: Person }) {
  const words = peopleWords.value;
  return (
    <>
      {roles.map((role) => words.role[role]).join(", ")}
      {limits.map(({ role, assessments }) => (
        <span key={role} class="cm-second">
          {words.role[role]}: {assessments.join(", ")}
        </span>
      ))}
    </>
  );
}

/** An address, which breaks before its @ where it has to. */
function Address({ of: email }: { of: string }) {
  const at = email.lastIndexOf("@");
  if (at < 0) return <>{email || peopleWords.value.none}</>;
  return (
    <>
      {email.slice(0, at)}
      <wbr />
      {email.slice(at)}
    </>
  );
}

/** Only who was invited here: the exam board sends the invitations of those to whom it gave access. */
const canBeInvited = ({ email, given_at, last_signed_in }: Person): boolean => email !== "" && given_at !== null && last_signed_in === null;

function SignedInCell({ person }: { person: Person }) {
  const { notYet, state } = peopleWords.value;
  const { machine, last_signed_in, given_at, invitation_sent_at, invitation_works_until, mail_failed_at } = person;
  if (machine) return null;
  return (
    <>
      {last_signed_in ? <span class="cm-day">{day(last_signed_in)}</span> : given_at ? notYet : state.unknown}
      {!last_signed_in && !given_at && <span class="cm-hint">{state.byBoard}</span>}
      {!last_signed_in && given_at && !invitation_sent_at && <span class="cm-problem cm-second">{state.unsent}</span>}
      {!last_signed_in && invitation_sent_at && <span class="cm-hint">{state.invited(day(invitation_sent_at))}</span>}
      {!last_signed_in &&
        invitation_works_until &&
        (hasPassed(invitation_works_until) ? (
          <span class="cm-problem cm-second">{state.expired}</span>
        ) : (
          <span class="cm-hint">{state.worksUntil(day(invitation_works_until))}</span>
        ))}
      {mail_failed_at && (
        <>
          <span class="cm-problem cm-second">{state.mailFailed(day(mail_failed_at))}</span>
          <span class="cm-hint">{state.mailCure}</span>
        </>
      )}
    </>
  );
}

function AgainButton({ centre, person, done }: { centre: string; person: Person; done: Props["done"] }) {
  const { busy, fault, act } = useAct();
  const keyFor = useKeyFor();
  const words = peopleWords.value;
  const label = person.given_at && !person.invitation_sent_at ? words.first : words.again;
  const send = () =>
    act(async () => {
      await inviteAgain(centre, person.id, keyFor([person.id, person.invitation_sent_at]));
      await done(() => peopleWords.value.said.again(person.name));
    });
  return (
    <div>
      <button type="button" class="cm-link-button" aria-label={`${label}: ${person.name}`} aria-disabled={busy.value} onClick={() => void send()}>
        {label}
      </button>
      <PeopleRefusal fault={fault.value} />
    </div>
  );
}
