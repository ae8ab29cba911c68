import { rolesAt, useCentre } from "../../../auth/centre";
import type { Schemas } from "../../../api/client";
import { useAct } from "../../../lib/act";
import { moment } from "../../../lib/dates";
import { useKeyFor } from "../../../lib/key-for";
import { anyOf } from "../../../lib/people";
import { useResource } from "../../../lib/resource";
import { Refusal } from "../../../ui/Refusal";
import { askForRole, getAdministrators } from "./api";
import { askWords } from "./words";

/** Whom someone asks for a role that they lack, and the button that asks them; nothing for who is not of the centre. */
export function AskForRole({ centre, wanted }: { centre: { number: string }; wanted: Schemas["Role"] }) {
  const { me } = useCentre();
  const held = rolesAt({ me, centre });
  return held.length === 0 || held.includes(wanted) ? null : <Ask key={centre.number} centre={centre.number} wanted={wanted} />;
}

function Ask({ centre, wanted: role }: { centre: string; wanted: Schemas["Role"] }) {
  const { data } = useResource(centre, () => getAdministrators(centre));
  const { busy, fault, act } = useAct();
  const keyFor = useKeyFor();
  const words = askWords.value;
  if (!data.value) return null;
  const { administrators, asked } = data.value;
  const mine = asked.find((one) => one.role === role);
  const names = anyOf(administrators);
  if (administrators.length === 0) return <p class="govuk-body">{words.nobody}</p>;
  const ask = () =>
    act(async () => {
      data.value = await askForRole(centre, role, keyFor([centre, role, mine?.at]));
    });
  return (
    <div>
      <p class="govuk-body" role="status">
        {mine ? (mine.declined ? words.declined : words.asked)(moment(mine.at), names) : words.who(names, words.role[role])}
      </p>
      {!(mine && isOfToday(mine.at)) && (
        <button type="button" class="govuk-button govuk-button--secondary" aria-disabled={busy.value} onClick={() => void ask()}>
          {mine ? words.again : words.ask(words.role[role])}
        </button>
      )}
      <Refusal fault={fault.value} />
    </div>
  );
}

const DAY = 24 * 60 * 60 * 1000;

const isOfToday = (at: string): boolean => Date.now() - Date.parse(at) < DAY;
