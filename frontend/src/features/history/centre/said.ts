import { wordFor } from "../../../i18n/words";
import { moment, seriesName } from "../../../lib/dates";
import type { Arranged } from "./api";
import { arrangedWords } from "./words";

/** A value before and after: one line of what changed. */
export interface Line {
  name: string;
  before: string;
  after: string;
}

/** What was changed, in a few words. */
export function headline({ what, about, by, kind, series, change, before, after }: Arranged): string {
  const words = arrangedWords.value;
  const where = series ? words.inSeries(about, seriesName(series)) : kind === "series" ? seriesName(about) : about;
  switch (what) {
    case "SecondCheckerChosen":
      return after.includes("on") ? words.second.on : words.second.off;
    case "DepartmentsChanged":
      return words.departments;
    case "MembershipChanged":
      return words[before.length === 0 ? "joined" : after.length > 0 ? "roles" : by === about ? "leftThemselves" : "left"](about);
    case "InvitationSent":
      return words.invited(about);
    case "RoleRequested":
      return words.asked(roleWords(after.join()));
    case "RoleDeclined":
      return words.declined(about, roleWords(after.join()));
    case "MemberChanged":
      return words.member(about);
    case "WebhookChanged":
      return wordFor(words.webhook, change ?? "");
    case "ConsortiumArranged":
      return words.consortium[after.length === 0 ? "dissolved" : before.length === 0 ? "arranged" : "changed"](where);
    case "CatalogueChanged":
      return words.catalogue[kind ?? "centre"][change === "added" ? "added" : "changed"](where);
    default:
      return what;
  }
}

/** Each value before and after; none where the headline says it all. */
export function lines({ what, before, after, fields }: Arranged): Line[] {
  const words = arrangedWords.value;
  const line = (name: string, word: (code: string) => string) => [
    { name, before: before.map(word).join(", ") || words.nothing, after: after.map(word).join(", ") || words.nothing },
  ];
  switch (what) {
    case "MembershipChanged":
      return line(words.lines.roles, roleWords);
    case "DepartmentsChanged":
      return departments(before, after);
    case "WebhookChanged":
      return before.join() === after.join() ? [] : line(words.lines.address, String);
    case "ConsortiumArranged":
      return line(words.lines.centres, String);
    default:
      return fields
        .filter(({ field }) => !NAMED_ABOVE.has(field))
        .map((one) => ({ name: fieldName(one.field), before: fieldValue(one.before), after: fieldValue(one.after) }));
  }
}

/** A role, with the assessments in brackets that it is limited to. */
function roleWords(role: string): string {
  const [, name = role, codes = ""] = /^(.*?)( \(.*\))?$/.exec(role) ?? [];
  return wordFor(arrangedWords.value.role, name) + codes;
}

/** The departments that changed, each by its name with its qualifications before and after. */
function departments(before: string[], after: string[]): Line[] {
  const { lines: words, nothing } = arrangedWords.value;
  const [held, has] = [byName(before), byName(after)];
  const inWords = (codes: string | undefined) => (codes === undefined ? nothing : codes || words.empty);
  return [...new Set([...held.keys(), ...has.keys()])]
    .filter((name) => held.get(name) !== has.get(name))
    .map((name) => ({ name, before: inWords(held.get(name)), after: inWords(has.get(name)) }));
}

/** The qualifications of each department; a line is the name, a colon and the codes, which hold no colon. */
const byName = (all: string[]) => new Map(all.map((line) => (/: [A-Z0-9/, ]+$/.test(line) ? splitAt(line, line.lastIndexOf(": ")) : [line, ""])));
const splitAt = (line: string, place: number): [string, string] => [line.slice(0, place), line.slice(place + 2)];

/** Fields that the headline already names. */
const NAMED_ABOVE = new Set(["id", "code", "number", "series"]);
const INSTANT = /^\d{4}-\d{2}-\d{2}T/;

/** The words for a field of the catalogue by its path; an unknown one keeps its name. */
function fieldName(path: string): string {
  const { field, grade, circumstance } = arrangedWords.value.lines;
  const [group, code = ""] = path.split(".");
  if (group === "boundaries") return grade.boundary(code);
  if (path.startsWith("scale.grades.")) return grade.title(path.slice("scale.grades.".length));
  if (group === "circumstances") return path.endsWith(".sampled") ? circumstance.sampled(code) : circumstance.title(code);
  return wordFor(field, path);
}

function fieldValue(value: string | null): string {
  const { nothing, yes, no } = arrangedWords.value;
  if (value === null) return nothing;
  if (INSTANT.test(value)) return moment(value);
  return value === "true" ? yes : value === "false" ? no : value;
}
