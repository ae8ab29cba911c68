import type { Schemas } from "../api/client";
import { remember, remembered } from "../lib/remembered";

const IN_THIS_TAB = "centremark.centre";
const key = (me: Pick<Schemas["MeOut"], "id">) => `centre.${me.id}`;

/** Keep the centre someone works for: in this tab, and on this computer for the tabs and sign-ins to come. */
export function keepCentre(me: Pick<Schemas["MeOut"], "id">, number: string): void {
  sessionStorage.setItem(IN_THIS_TAB, number);
  remember(key(me), number);
}

/** The membership whose pages open: this tab's, else the one they last worked in here, so a centre that adds them opens for none. */
export function openingMembership(me: Pick<Schemas["MeOut"], "id" | "memberships">): Schemas["MembershipOut"] | undefined {
  const at = (number: string | null | undefined) => me.memberships.find(({ centre }) => centre.number === number);
  const found = at(sessionStorage.getItem(IN_THIS_TAB)) ?? at(remembered(key(me))) ?? me.memberships[0];
  if (found && !at(remembered(key(me)))) remember(key(me), found.centre.number);
  return found;
}
