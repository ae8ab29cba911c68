import { useRef } from "preact/hooks";
import { Link } from "wouter-preact";
import { hasRole, heldAt, useCentre } from "../../../auth/centre";
import type { Schemas } from "../../../api/client";
import { useAct } from "../../../lib/act";
import { moment } from "../../../lib/dates";
import { useKeyFor } from "../../../lib/key-for";
import { anyOf } from "../../../lib/people";
import { useResource } from "../../../lib/resource";
import { Refusal } from "../../../ui/Refusal";
import { askForRole, getAdministrators } from "./api";
import "./ask.scss";
import { askWords } from "./words";

interface Props {
  centre: { number: string };
  wanted: Schemas["Role"];
  /** The code of the one assessment that the role is needed for. */
  assessment?: string | undefined;
}

/**
 * Whom someone asks for a role that they lack, and the button that asks them; an administrator's way to give it to
 * themselves. Nothing for who is not of the centre.
 */
export function AskForRole({ centre, wanted, assessment }: Props) {
  const { me } = useCentre();
  const held = heldAt({ me, centre });
  if (held.roles.length === 0 || (assessment ? hasRole(held, wanted, assessment) : held.roles.includes(wanted))) return null;
  if (held.roles.includes("centre administrator")) return <Self wanted={wanted} />;
  return <Ask key={`${centre.number}|${assessment}`} centre={centre.number} role={wanted} assessment={assessment ?? null} />;
}

function Self({ wanted }: { wanted: Schemas["Role"] }) {
  const words = askWords.value;
  return (
    <p class="govuk-body">
      {words.self(words.role[wanted])}{" "}
      <Link class="govuk-link" href="/people">
        {words.people}
      </Link>
    </p>
  );
}

function Ask({ centre, role, assessment }: { centre: string; role: Schemas["Role"]; assessment: string | null }) {
  const { data } = useResource(centre, () => getAdministrators(centre));
  const { busy, fault, act } = useAct();
  const keyFor = useKeyFor();
  const words = askWords.value;
  const said = useRef<HTMLParagraphElement>(null);
  if (!data.value) return null;
  const { administrators, asked } = data.value;
  const mine = asked.find((one) => one.role === role && one.assessment === assessment);
  const names = anyOf(administrators);
  const what = words.what(words.role[role], assessment);
  if (administrators.length === 0) return <p class="govuk-body">{words.nobody}</p>;
  const ask = () =>
    act(async () => {
      data.value = await askForRole(centre, { role, assessment }, keyFor([centre, role, assessment, mine?.at]));
      said.current?.focus();
    });
  return (
    <div class="cm-role">
      <p class="govuk-body" role="status" tabIndex={-1} ref={said}>
        {mine ? (mine.declined ? words.declined : words.asked)(moment(mine.at), names) : words.who(names, what)}
      </p>
      {!(mine && isOfToday(mine.at)) && (
        <button type="button" class="govuk-button govuk-button--secondary" aria-disabled={busy.value} onClick={() => void ask()}>
          {mine ? words.again : words.ask(what)}
        </button>
      )}
      <Refusal fault={fault.value} />
    </div>
  );
}

const DAY = 24 * 60 * 60 * 1000;

const isOfToday = (at: string): boolean => Date.now() - Date.parse(at) < DAY;
