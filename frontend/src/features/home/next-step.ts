import type { Schemas } from "../../api/client";
import { anyOf } from "../../lib/people";
import { isSent } from "../../sheet/lock";
import type { homeWords } from "./words";

type Summary = Schemas["AssessmentSummary"];
export type People = Schemas["PeopleOut"];
export type Roles = Schemas["Role"][];

export const maySubmit = (roles: Roles): boolean => roles.includes("submit marks");
export const mayEnter = (roles: Roles): boolean => roles.includes("enter marks") || maySubmit(roles);

/** Whom to ask when someone else has to take the next step; undefined when one can take it, or there is none. */
export function askWhom(words: typeof homeWords.value, item: Summary, roles: Roles, people: People): string | undefined {
  const submitters = () => anyOf(people.submit) || words.nobody.submit;
  if (isSent(item)) return (item.after?.send_by ?? item.after?.work_by) && !maySubmit(roles) ? words.ask.send(submitters()) : undefined;
  if (item.window !== "open" || item.next === "wait" || item.next === "keep") return undefined;
  if (item.next === "submit") return maySubmit(roles) ? undefined : words.ask.submit(submitters());
  return mayEnter(roles) ? undefined : words.ask[item.next](anyOf(people.enter) || words.nobody.enter);
}
