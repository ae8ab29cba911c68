import { useSignal } from "@preact/signals";
import { useLayoutEffect, useRef } from "preact/hooks";
import type { ApiError } from "../../../api/client";
import type { Say } from "../../../i18n/words";
import { useAct } from "../../../lib/act";
import { useKeyFor } from "../../../lib/key-for";
import { listed } from "../../../lib/listed";
import { ErrorSummary, type Trouble } from "../../../ui/ErrorSummary";
import { useLacks } from "../../../ui/lacks";
import { InviteRow, type Row, boxId } from "./InviteRow";
import { PeopleRefusal, peopleFault } from "./PeopleRefusal";
import type { Choice } from "./LimitChoice";
import { RoleBoxes, lacksOf } from "./RoleBoxes";
import { type Person, invitePerson } from "./api";
import { NOTHING, sentOf } from "./given";
import type { Someone } from "./read-people";
import { peopleWords } from "./words";

const ADDRESS = /^[^\s@,;]+@[^\s@,;]+\.[^\s@,;]+$/;
const ASCII = /^[\u0020-\u007e]*$/;
const ROLES = "invite-roles";

interface Props {
  centre: string;
  /** Who is at the centre already; perhaps also somebody whose invitation was sent, and the answer was lost. */
  people: Person[];
  /** The centre's assessments, to give a role for some. */
  list: readonly Choice[];
  done: (say?: Say) => Promise<void>;
}

/** Give one person or several access with the same roles, and mail each how to sign in. */
export function InviteForm({ centre, people, list, done }: Props) {
  const open = useSignal(false);
  const rows = useSignal<Row[]>([{ id: 0, name: "", email: "" }]);
  const given = useSignal(NOTHING);
  const pasted = useSignal(0);
  const sent = useSignal(0);
  const refused = useSignal<Trouble[]>([]);
  const next = useRef(1);
  const asked = useRef(new Set<string>());
  const added = useRef<number | undefined>(undefined);
  const { busy, fault, act } = useAct();
  const keyFor = useKeyFor();
  const words = peopleWords.value.invite;
  const form = useLacks({
    ...Object.fromEntries(
      rows.value.flatMap((row) => [
        [boxId("name", row.id), row.name.trim() === "" ? words.noName : undefined],
        [boxId("email", row.id), wrongWith(row, rows.value, asked.current.has(row.email.trim()) ? [] : people)],
      ]),
    ),
    ...lacksOf(ROLES, given.value, words.noRoles),
  });
  useLayoutEffect(() => {
    if (added.current === undefined) return;
    document.getElementById(boxId("name", added.current))?.focus();
    added.current = undefined;
  });

  const at = (id: string) => refused.value.find((one) => one.at === id)?.say() ?? form.at(id);
  const change = (row: Row) => {
    refused.value = [];
    rows.value = rows.value.map((one) => (one.id === row.id ? row : one));
  };
  const add = () => {
    added.current = next.current++;
    rows.value = [...rows.value, { id: added.current, name: "", email: "" }];
  };
  const fill = (row: Row, [first, ...others]: Someone[]) => {
    if (!first) return;
    const more = others.map((one) => ({ ...one, id: next.current++ }));
    const filled = { ...row, ...first, name: first.name || row.name };
    rows.value = rows.value.flatMap((one) => (one.id === row.id ? [filled, ...more] : [one]));
    pasted.value = 1 + others.length;
  };
  const send = async (event: SubmitEvent) => {
    event.preventDefault();
    refused.value = [];
    sent.value = 0;
    if (!form.complete()) return;
    const invited: Person[] = [];
    const all = await act(async () => {
      for (const { id, name, email } of rows.value) {
        const wanted = { name: name.trim(), email: email.trim(), ...sentOf(given.value) };
        asked.current.add(wanted.email);
        invited.push(await invitePerson(centre, wanted, keyFor(wanted)));
        sent.value = invited.length;
        if (rows.value.length > 1) rows.value = rows.value.filter((row) => row.id !== id);
      }
    });
    if (all) {
      rows.value = [{ id: next.current++, name: "", email: "" }];
      given.value = NOTHING;
      pasted.value = 0;
      form.forget();
      open.value = false;
      await done(() => saidOf(invited));
      return;
    }
    if (invited.length > 0) await done();
    const why = fault.peek();
    const box = why && boxOf(why, rows.value[0]?.id ?? 0);
    if (box) refused.value = [{ at: box, say: () => peopleFault(why) }];
  };
  const several = rows.value.length > 1;
  return (
    <details class="cm-fold" open={open.value} onToggle={(event) => (open.value = event.currentTarget.open)}>
      <summary>{words.title}</summary>
      <form onSubmit={(event) => void send(event)} noValidate>
        <ErrorSummary title={sent.value > 0 ? words.lacksRest(sent.value) : words.lacks} problems={refused.value.length > 0 ? refused.value : form.problems} />
        <p class="govuk-body">{words.lead}</p>
        {rows.value.map((row, place) => (
          <InviteRow
            key={row.id}
            row={row}
            place={several ? place + 1 : undefined}
            change={change}
            remove={() => (rows.value = rows.value.filter((one) => one.id !== row.id))}
            fill={(some) => fill(row, some)}
            at={at}
          />
        ))}
        <p class="govuk-hint" role="status">
          {busy.value && several ? words.sending(sent.value + 1, sent.value + rows.value.length) : pasted.value > 0 ? words.pasted(pasted.value) : ""}
        </p>
        <button type="button" class="govuk-button govuk-button--secondary" onClick={add}>
          {words.add}
        </button>
        <RoleBoxes id={ROLES} given={given.value} choose={(now) => (given.value = now)} at={at} list={list} />
        <PeopleRefusal fault={refused.value.length > 0 ? undefined : fault.value} />
        <button type="submit" class="govuk-button" aria-disabled={busy.value}>
          {several ? words.sendAll(rows.value.length) : words.send}
        </button>
      </form>
    </details>
  );
}

function wrongWith({ id, email }: Row, rows: Row[], people: Person[]): string | undefined {
  const words = peopleWords.value.invite;
  const address = email.trim();
  const same = (other: { email: string }) => other.email.trim().toLowerCase() === address.toLowerCase();
  if (!ASCII.test(address)) return words.foreign;
  if (!ADDRESS.test(address)) return words.noEmail;
  const here = people.find(same);
  if (here) return words.here(here.name);
  return rows.find(same)?.id === id ? undefined : words.twice;
}

/** The box that a refusal is about; undefined when it is about none. */
function boxOf({ problem }: ApiError, row: number): string | undefined {
  const pointer = problem.errors?.[0]?.pointer ?? "";
  if (pointer.startsWith("/name")) return boxId("name", row);
  if (pointer.startsWith("/roles") || pointer.startsWith("/limits")) return ROLES;
  const ofAddress = pointer.startsWith("/email") || problem.code === "already-at-centre" || problem.code === "malformed";
  return ofAddress ? boxId("email", row) : undefined;
}

/** Who was invited, and whose invitation could not be mailed. */
function saidOf(invited: Person[]): string {
  const { said } = peopleWords.value;
  const unsent = invited.filter((one) => !one.invitation_sent_at);
  const mailed = invited.filter((one) => one.invitation_sent_at);
  const [only, ...others] = mailed;
  return [
    ...(only && others.length === 0 ? [said.invited(only.name, only.email)] : []),
    ...(others.length > 0 ? [said.invitedAll(mailed.length, listed(mailed.map(({ name }) => name)))] : []),
    ...unsent.map(({ name }) => said.unsent(name)),
  ].join(" ");
}
