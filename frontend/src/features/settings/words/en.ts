/** How a centre has chosen to work. */
export const en = {
  second: {
    label: "The person who checks a mark is not the one who entered it",
    hint: "Nobody can tick a mark they entered themselves; a colleague does. This counts at once, on every mark sheet of the centre. Ticks already made stay.",
  },
  on: "On",
  off: "Off",
  saved: "The setting is saved.",
  changed: (moment: string, name: string) => `Last changed on ${moment} by ${name}.`,
  never: "Nobody has changed this yet.",
  readOnly: "Your centre administrator can change this.",
};
