import { useSignal } from "@preact/signals";
import { Link } from "wouter-preact";
import type { Schemas } from "../../../api/client";
import { isOfBoard, useCentre } from "../../../auth/centre";
import { type Say, t } from "../../../i18n/words";
import { useAct } from "../../../lib/act";
import { day } from "../../../lib/dates";
import { useKeyFor } from "../../../lib/key-for";
import { useResource } from "../../../lib/resource";
import { Confirm } from "../../../ui/Confirm";
import { Facts } from "../../../ui/Facts";
import { Page } from "../../../ui/Page";
import { Said } from "../../../ui/Said";
import { getAccess, leaveCentre } from "./api";
import { accountWords } from "./words";

type Membership = Schemas["MembershipOut"];

/** How many centres are shown at a time: who gave access is asked for each. */
const AT_A_TIME = 10;

const nameOf = ({ centre }: Membership): string => `${centre.number} ${centre.name}`;

/** A person's own account: their emails, and their centres with who gave them access and the way out. */
export function YourAccount() {
  const { me, reload } = useCentre();
  const shown = useSignal(AT_A_TIME);
  const leaving = useSignal<Membership | undefined>(undefined);
  const said = useSignal<Say | undefined>(undefined);
  const words = accountWords.value;
  const left = async (membership: Membership) => {
    await reload();
    said.value = () => accountWords.value.left(nameOf(membership));
  };
  return (
    <Page title={words.title} caption={me.name}>
      <Said say={said.value} />
      <p class="govuk-body">
        <Link class="govuk-link" href="/notices">
          {t.value.links.notices}
        </Link>
      </p>
      {isOfBoard({ me }) && <p class="govuk-body">{words.board}</p>}
      {me.memberships.length > 0 && <h2 class="govuk-heading-m">{words.centres}</h2>}
      {me.memberships.slice(0, shown.value).map((membership) => (
        <Centre key={membership.centre.number} membership={membership} leave={() => (leaving.value = membership)} />
      ))}
      {me.memberships.length > shown.value && (
        <button type="button" class="govuk-button govuk-button--secondary" onClick={() => (shown.value += AT_A_TIME)}>
          {words.more}
        </button>
      )}
      {leaving.value && <Leave membership={leaving.value} left={left} close={() => (leaving.value = undefined)} />}
    </Page>
  );
}

function Centre({ membership, leave }: { membership: Membership; leave: () => void }) {
  const { number } = membership.centre;
  const { data } = useResource(number, () => getAccess(number));
  const words = accountWords.value;
  const roles = membership.roles.map((role) => words.role[role]);
  const limited = membership.limits.map(({ role, assessments }) => `${words.role[role]} (${assessments.join(", ")})`);
  return (
    <section>
      <h3 class="govuk-heading-s">{nameOf(membership)}</h3>
      <Facts
        facts={[
          [words.roles, [...roles, ...limited].join(", ")],
          [words.access, data.value && givenWords(membership, data.value)],
        ]}
      />
      <button type="button" class="govuk-button govuk-button--secondary" aria-label={`${words.leave}: ${nameOf(membership)}`} onClick={leave}>
        {words.leave}
      </button>
    </section>
  );
}

function givenWords({ centre }: Membership, { given_by: by, given_at: at }: Schemas["AdministratorsOut"]): string {
  const words = accountWords.value;
  if (!at) return words.byBoard(centre.name);
  return by ? words.given(by, centre.name, day(at)) : words.givenBySomeone(centre.name, day(at));
}

interface LeaveProps {
  membership: Membership;
  left: (membership: Membership) => Promise<void>;
  close: () => void;
}

/** Asks before someone leaves a centre. */
function Leave({ membership, left, close }: LeaveProps) {
  const { busy, fault, act } = useAct();
  const keyFor = useKeyFor();
  const words = accountWords.value;
  const { number } = membership.centre;
  const leave = (shut: () => void) =>
    act(async () => {
      await leaveCentre(number, keyFor(number));
      shut();
      await left(membership);
    });
  const last = fault.value?.problem.code === "last-administrator";
  return (
    <Confirm
      title={words.ask.title(nameOf(membership))}
      yes={words.leave}
      act={(shut) => void leave(shut)}
      close={close}
      busy={busy.value}
      fault={last ? undefined : fault.value}
    >
      <ul class="govuk-list govuk-list--bullet">
        {words.ask.does.map((said) => (
          <li key={said}>{said}</li>
        ))}
      </ul>
      <div role="alert">{last && <p class="govuk-error-message">{words.last}</p>}</div>
    </Confirm>
  );
}
