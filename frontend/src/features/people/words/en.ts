/** A centre's settings. */
export const en = {
  second: {
    label: "A second person must check each mark",
    hint: "You cannot tick a mark that you entered: a colleague must do it. The setting takes effect straight away on every mark sheet at the centre. Existing ticks stay.",
  },
  on: "On",
  off: "Off",
  saved: "The setting is saved.",
  changed: (moment: string, name: string) => `Last changed on ${moment} by ${name}.`,
  never: "Nobody has changed this yet.",
  departments: "Departments",
  changes: "Changes at this centre",
  readOnly: "Your centre administrator can change this.",
};
