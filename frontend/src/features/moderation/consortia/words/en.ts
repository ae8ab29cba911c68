import { plural } from "../../../../i18n/plural";

/** Consortia: centres that are moderated together. */
export const en = {
  board: "Exam board",
  everyCentre: "Every centre's marks",
  waiting: (count: number) => plural(count, { one: "1 amendment to decide", other: `${count} amendments to decide` }),
  title: "Consortia",
  lead: "Centres that teach an assessment together are moderated together. One sample is drawn from all of them, once all their marks are confirmed. Every other centre is moderated on its own.",
  none: "There are no consortia in this series.",
  found: (count: number) => plural(count, { one: "1 consortium", other: `${count} consortia` }),
  assessment: "Assessment",
  centres: "Centres",
  arranged: "Set up",
  noEntries: "No entries yet",
  see: (code: string) => `See the consortium for ${code}`,
  dissolve: "Dissolve",
  dissolveAsk: (code: string) => `Dissolve the consortium for ${code}?`,
  dissolveDoes: (count: number, centres: string) => `Each of its ${count} centres will be moderated on its own: ${centres}.`,
  dissolveThis: (code: string, centres: string) => `the consortium for ${code} of ${centres}`,
  begun: "In moderation, so it can no longer change",
  add: {
    title: "Set up a consortium",
    code: "Assessment code",
    codeHint: "For example, H446/03.",
    noCode: "Choose an assessment of this series",
    centres: "Centre numbers",
    centresHint: "Two or more, one on each line. A number has 5 digits.",
    few: "Enter 2 or more centre numbers",
    notNumber: (text: string) => `${text} is not a centre number`,
    twice: (number: string) => `Centre ${number} appears twice`,
    taken: (number: string) => `Centre ${number} is in another consortium for this assessment. Dissolve that one first`,
    unknown: (number: string) => `There is no centre ${number}`,
    arrange: "Set up",
  },
  said: {
    arranged: (code: string, centres: string) => `The consortium for ${code} is set up: ${centres}.`,
    dissolved: (code: string) => `The consortium for ${code} is dissolved. Each of its centres will be moderated on its own.`,
  },
  together: {
    title: "Moderated together",
    lead: (centres: string) => `This centre is moderated together with ${centres}.`,
    ready: (count: number) =>
      plural(count, {
        other: `All the marks of the ${count} centres are confirmed. When you start moderation, it starts at every centre, with one sample drawn from all of them.`,
      }),
    waits: (count: number) =>
      plural(count, { one: "Moderation cannot start yet: 1 centre is not ready.", other: `Moderation cannot start yet: ${count} centres are not ready.` }),
    alone: "Moderation cannot start yet.",
    state: "State",
    sample: "Sample",
    sent: (some: number, all: number) => `${some} of ${all} sent`,
    see: "See the sample from all centres",
  },
  lacks: {
    entries: "No candidate is entered yet",
    submission: "Its marks are not submitted yet",
    "late marks": "The marks of late entries are not submitted yet",
    confirmation: "Its marks are being processed",
  },
  review: {
    caption: (series: string) => `Consortium · ${series}`,
    alone: "This centre is moderated on its own. The sample is on the mark sheet's page.",
    order: "The candidates of every centre in one list, highest first.",
    notBegun: "No sample has been requested yet.",
    centre: "Centre",
    back: "All consortia",
  },
};
