import { plural } from "../../../../i18n/plural";

/** The departments of a centre. */
export const en = {
  title: "Departments",
  lead: "Departments group your centre's qualifications. The list of assessments can be narrowed to one, and the progress report has sums for each. They change nobody's role.",
  readOnly: "Your centre administrator can change this.",
  none: "Your centre has no departments yet.",
  empty: "No qualifications",
  names: "Names of the departments",
  name: (place: number) => `Name of department ${place}`,
  remove: "Remove",
  moved: (name: string, count: number) =>
    plural(count, { one: `1 qualification of ${name} is in no department now.`, other: `${count} qualifications of ${name} are in no department now.` }),
  add: "Add a department",
  qualifications: "Qualifications",
  noQualifications: "The board has no entries for your centre yet. Its qualifications will appear here when it does.",
  nowhere: "In no department",
  saved: "The departments are saved.",
  notSaved: "The departments are not saved",
  wrong: { empty: "Enter a name, or remove the department", twice: "Another department has this name. Enter a different one" },
  leave: "Your changes to the departments are not saved. Leave this page and lose them?",
};
