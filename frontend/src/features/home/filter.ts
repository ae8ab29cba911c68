import type { Schemas } from "../../api/client";
import { isSent } from "../../sheet/lock";

type Summary = Schemas["AssessmentSummary"];
type Department = Schemas["DepartmentOut"];
type Asked = ReturnType<typeof askedIn>;

/** Whether marks are still to be submitted: all of them, or those of candidates entered late. */
export const isOpen = (item: Summary): boolean => !isSent(item);

/** What the list can be narrowed to by one link: a status, or something else to look after. */
export const STATES = ["overdue", "late entries", "ready", "incomplete", "not started", "submitted", "confirmed", "in moderation", "moderated"] as const;
export type State = (typeof STATES)[number];

export const ORDERS = ["deadline", "code", "status", "left"] as const;

/** What an address asks of the list; empty where it asks nothing. */
export function askedIn(search: URLSearchParams) {
  const given = (name: string) => search.get(name) ?? "";
  return {
    menu: given("menu"),
    series: given("series"),
    department: given("department"),
    qualification: given("qualification"),
    teacher: given("teacher"),
    code: given("code"),
    state: STATES.find((state) => state === given("state")) ?? "",
    order: ORDERS.find((order) => order === given("order")) ?? "deadline",
  };
}

/** The query of an address with this changed; what is empty, and the usual order, is left out. */
export function queryOf(asked: Asked, change: Partial<Record<keyof Asked, string>>): string {
  const named = Object.entries({ ...asked, ...change }).filter(([name, value]) => value !== "" && !(name === "order" && value === "deadline"));
  return named.length > 0 ? `?${new URLSearchParams(named)}` : "";
}

/** What narrows a list to some of a series' assessments, with nothing chosen. */
export const EVERYTHING = { department: "", qualification: "", teacher: "", code: "", state: "" } satisfies Partial<Record<keyof Asked, string>>;

/** In small letters and without accents. */
const bare = (text: string) =>
  text
    .normalize("NFD")
    .replaceAll(/\p{Mark}/gu, "")
    .toLowerCase();
const wordsIn = (text: string) => bare(text).match(/[\p{Letter}\p{Number}]+/gu) ?? [];

/** Whether what was typed is of this assessment: part of its code however it is written, or how words of its titles begin. */
function isMeant({ assessment: { code, title, qualification } }: Summary, typed: string): boolean {
  const sought = wordsIn(typed);
  if (wordsIn(code).join("").includes(sought.join(""))) return true;
  const said = wordsIn(`${code} ${title} ${qualification.code} ${qualification.title}`);
  return sought.every((word) => said.some((one) => one.startsWith(word)));
}

/** The colleagues who were asked for an assessment's marks, each once. */
export const responsibleFor = ({ requests }: Summary): string[] => [...new Set(requests.map(({ to }) => to.name))];

/** How many colleagues have still to do what they were asked of these assessments. */
export const colleaguesOf = (all: Summary[]): number =>
  new Set(all.flatMap(({ requests }) => requests.filter(({ own, done, ready_at }) => !own && !done && !ready_at).map(({ to }) => to.id))).size;

/** Everyone who was asked for marks of these assessments, by name. */
export const responsibleOf = (all: Summary[]): string[] => [...new Set(all.flatMap(responsibleFor))].toSorted((a, b) => a.localeCompare(b));

/** The assessments of a department, a qualification or a teacher that are meant by what was typed, whatever their state. */
export function matching(
  all: Summary[],
  departments: Department[],
  { department, qualification, teacher, code }: Pick<Asked, "department" | "qualification" | "teacher" | "code">,
) {
  const within = departments.find(({ name }) => name === department)?.qualifications;
  return all.filter(
    (item) =>
      (department === "" || within?.includes(item.assessment.qualification.code)) &&
      (qualification === "" || item.assessment.qualification.code === qualification) &&
      (teacher === "" || responsibleFor(item).includes(teacher)) &&
      isMeant(item, code),
  );
}

/** Whether an assessment is in a state; every one is in no particular state. */
export function isIn(state: string, item: Summary): boolean {
  if (state === "overdue") return item.overdue;
  if (state === "late entries") return item.late_entries > 0;
  return state === "" || item.status === state;
}

const PLACES = new Map<string, number>(STATES.map((state, place) => [state, place]));
const byDeadline = (a: Summary, b: Summary) => Number(isOpen(b)) - Number(isOpen(a)) || a.deadline.localeCompare(b.deadline);
const byCode = (a: Summary, b: Summary) => a.assessment.code.localeCompare(b.assessment.code);
const left = (item: Summary) => (isOpen(item) ? item.candidates - item.checked : 0);
const COMPARE: Record<Asked["order"], (a: Summary, b: Summary) => number> = {
  deadline: byDeadline,
  code: byCode,
  status: (a, b) => (PLACES.get(a.status) ?? 0) - (PLACES.get(b.status) ?? 0) || byDeadline(a, b),
  left: (a, b) => left(b) - left(a) || byDeadline(a, b),
};

/** Sort; by deadline, what is still to be submitted comes first. */
export const inOrder = (all: Summary[], order: Asked["order"] = "deadline"): Summary[] => all.toSorted((a, b) => COMPARE[order](a, b) || byCode(a, b));

/** The list that an address asks for. */
export const listed = (all: Summary[], departments: Department[], asked: Asked): Summary[] =>
  inOrder(
    matching(all, departments, asked).filter((item) => isIn(asked.state, item)),
    asked.order,
  );

/** Whether a sheet can be submitted now: every candidate has a mark and is checked. */
export const isReady = (item: Summary): boolean => isOpen(item) && item.window === "open" && item.next === "submit";
