import { remember, remembered } from "../lib/remembered";

const nameOf = (person: string, sheet: string) => `outcome-read.${person}.${sheet}`;

/** Remember on this computer that someone reads a sheet's outcome of moderation now. */
export const readsOutcome = (person: string, sheet: string): void => remember(nameOf(person, sheet), new Date().toISOString());

/** Whether they read here an outcome that was released at this time. */
export const hasReadOutcome = (person: string, sheet: string, releasedAt: string): boolean =>
  Date.parse(remembered(nameOf(person, sheet)) ?? "") >= Date.parse(releasedAt);
