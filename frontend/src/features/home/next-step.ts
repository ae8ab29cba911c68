import type { Schemas } from "../../api/client";
import type { Words } from "../../i18n/words";
import { anyOf } from "../../lib/people";

type Action = Schemas["AssessmentSummary"]["next"];
export type People = Schemas["PeopleOut"];
export type Roles = Schemas["Role"][];

export const maySubmit = (roles: Roles): boolean => roles.includes("submit marks");
export const mayEnter = (roles: Roles): boolean => roles.includes("enter marks") || maySubmit(roles);

/** Whom to ask when someone else has to take the next step; undefined when one can take it. */
export function askWhom(words: Words["home"], next: Action, roles: Roles, people: People): string | undefined {
  if (next === "wait" || next === "keep") return undefined;
  if (next === "submit") return maySubmit(roles) ? undefined : words.ask.submit(anyOf(people.submit) || words.nobody.submit);
  return mayEnter(roles) ? undefined : words.ask[next](anyOf(people.enter) || words.nobody.enter);
}
