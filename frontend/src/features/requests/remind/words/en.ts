import { plural } from "../../../../i18n/plural";

/** Reminding several colleagues together. */
export const en = {
  title: "Remind colleagues",
  lead: "Each colleague gets one email about everything below that they were asked for, and sees it when they sign in. We remind of the same thing once a day at most.",
  choose: (name: string) => `Remind ${name}`,
  none: "There is nobody to remind of these assessments.",
  send: (count: number) => (count === 0 ? "Remind those chosen" : plural(count, { one: "Remind 1 colleague", other: `Remind ${count} colleagues` })),
  noneChosen: "Choose at least one colleague",
  nobody: "Nobody is asked for these",
  ask: (code: string) => `Ask a colleague for ${code}`,
  missing: (entered: number, checked: number) => [entered > 0 && `${entered} not entered`, checked > 0 && `${checked} not checked`].filter(Boolean).join(", "),
  mayNot: (who: string) => `To remind a colleague, contact ${who || "someone with the role “submit marks”"}.`,
  back: "Back to your assessments",
};
