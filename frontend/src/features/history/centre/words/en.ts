import { plural } from "../../../../i18n/plural";

/** What was arranged at a centre or at the board. */
export const en = {
  centre: {
    title: "Changes at this centre",
    lead: "Who changed roles, settings and the webhook, and when. Each mark sheet has its own history of marks and entries.",
    none: "Nothing has changed yet. When somebody changes a role, the second checker or the webhook, it is listed here with their name.",
  },
  office: {
    title: "Changes at the board",
    lead: "Who changed series, assessments, consortia and the roles of the board's own people, and when.",
    none: "Nothing has changed yet. When somebody changes the catalogue, a consortium or a role at the board, it is listed here with their name.",
  },
  board: "Exam board",
  ofCentre: (number: string) => `Centre ${number}`,
  everyCentre: "Every centre's marks",
  found: (count: number) => plural(count, { one: "1 change", other: `${count} changes` }),
  details: (count: number) => plural(count, { one: "1 detail", other: `${count} details` }),
  inSeries: (code: string, series: string) => `${code} in ${series}`,
  second: { on: "Second checker turned on", off: "Second checker turned off" },
  roles: (name: string) => `Roles of ${name} changed`,
  webhook: { set: "Webhook set", rotated: "Webhook secret renewed", removed: "Webhook removed" },
  consortium: {
    arranged: (which: string) => `Consortium for ${which} arranged`,
    changed: (which: string) => `Consortium for ${which} changed`,
    dissolved: (which: string) => `Consortium for ${which} dissolved`,
  },
  catalogue: {
    series: { added: (which: string) => `Series ${which} added`, changed: (which: string) => `Series ${which} changed` },
    assessment: { added: (which: string) => `Assessment ${which} added`, changed: (which: string) => `Assessment ${which} changed` },
    centre: { added: (which: string) => `Centre ${which} added`, changed: (which: string) => `Centre ${which} changed` },
  },
  lines: {
    caption: "What changed",
    what: "Detail",
    before: "Before",
    after: "After",
    roles: "Roles",
    address: "Address",
    centres: "Centres",
    field: {
      title: "Title",
      name: "Name",
      opens: "Opens",
      closes: "Closes",
      "window.opens": "Opens",
      "window.deadline": "Deadline",
      "window.closes": "Closes",
      "qualification.code": "Qualification code",
      "qualification.title": "Qualification",
      "scale.maximum": "Maximum mark",
    },
    grade: {
      title: (grade: string) => `Title of grade ${grade}`,
      boundary: (grade: string) => `Lowest mark for grade ${grade}`,
    },
    circumstance: {
      title: (code: string) => `Circumstance ${code}`,
      sampled: (code: string) => `Work can be sampled with circumstance ${code}`,
    },
  },
  role: {
    "enter marks": "enter marks",
    "submit marks": "submit marks",
    view: "view",
    "centre administrator": "centre administrator",
    "board operator": "board operator",
    "board moderation": "board moderation",
  },
  nothing: "None",
  yes: "Yes",
  no: "No",
};
