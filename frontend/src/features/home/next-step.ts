import type { Schemas } from "../../api/client";
import { type Held, hasRole } from "../../auth/centre";
import { anyOf } from "../../lib/people";
import { isSent } from "../../sheet/lock";
import type { homeWords } from "./words";

type Summary = Schemas["AssessmentSummary"];
export type People = Schemas["PeopleOut"];

/** Whether someone may submit or enter the marks of an assessment; without its code, of any. */
export const maySubmit = (held: Held, code?: string): boolean => hasRole(held, "submit marks", code);
export const mayEnter = (held: Held, code?: string): boolean => hasRole(held, "enter marks", code) || maySubmit(held, code);

/** Whether someone may ask and remind colleagues, which is for the whole centre. */
export const mayAsk = ({ roles }: Held): boolean => roles.includes("submit marks");

/** The names of those who may enter or submit the marks of an assessment. */
export const whoMay = (what: "enter" | "submit", people: People, code: string): string[] => [
  ...people[what],
  ...people.limited.filter((person) => person[what].includes(code)).map(({ name }) => name),
];

/** Whom to ask when someone else has to take the next step; undefined when one can take it, or there is none. */
export function askWhom(words: typeof homeWords.value, item: Summary, held: Held, people: People): string | undefined {
  const { code } = item.assessment;
  const submitters = () => anyOf(whoMay("submit", people, code)) || words.nobody.submit;
  if (isSent(item)) return (item.after?.send_by ?? item.after?.work_by) && !maySubmit(held, code) ? words.ask.send(submitters()) : undefined;
  if (item.window !== "open" || item.next === "wait" || item.next === "keep") return undefined;
  if (item.next === "submit") return maySubmit(held, code) ? undefined : words.ask.submit(submitters());
  return mayEnter(held, code) ? undefined : words.ask[item.next](anyOf(whoMay("enter", people, code)) || words.nobody.enter);
}
