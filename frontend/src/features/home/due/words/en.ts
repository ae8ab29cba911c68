import { plural } from "../../../../i18n/plural";

/** What is due at a centre. */
export const en = {
  title: "What is due",
  now: "Now",
  you: "You",
  askedFor: "your centre's date passed",
  groups: (count: number, names: string) => `${count === 1 ? "group" : "groups"} ${names}`,
  nobody: "Nobody has the role yet",
  all: (count: number) => `Show all ${count}`,
  mail: "See why email to you came back",
  roles: (count: number) =>
    plural(count, { one: "Give or decline the role that a colleague asks for", other: `Give or decline the ${count} roles that colleagues ask for` }),
  mark: (count: number) => plural(count, { one: "1 mark", other: `${count} marks` }),
  grade: (count: number) => plural(count, { one: "1 grade", other: `${count} grades` }),
  what: {
    enter: (marks: string) => `Enter ${marks}`,
    check: (marks: string) => `Check ${marks}`,
    submit: (marks: string) => `Submit ${marks}`,
    late: (marks: string) => `Send ${marks} of late entries`,
    send: (candidates: string) => `Send the work of ${candidates}`,
    work: "Send the work the board asked for",
    outcome: "Read the outcome of moderation",
    granted: "The board granted an extension",
    declined: "The board declined an extension",
  },
  nothing: (day: string, code: string, left: string) => `Nothing is due in the next 2 weeks. The next deadline is ${day} (${code}), ${left}.`,
  nothingMore: "Nothing is due.",
};
