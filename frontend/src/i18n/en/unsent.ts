import { plural } from "../plural";

/** What was typed on this computer and is not on the sheet; loaded with the pages that say so. */
export const unsent = {
  title: (rows: number) => plural(rows, { one: "1 mark you typed was not sent", other: `${rows} marks you typed were not sent` }),
  submitted: "The sheet was submitted before this computer could save them. The rows below show what the board has.",
  closed: "The rows were closed before this computer could save them. The rows below show what the service has.",
  gone: "The board changed the entries before this computer could save these marks. Whoever is not on this sheet any more was withdrawn.",
  candidate: "Candidate",
  typed: "You typed",
  has: "On the sheet",
  nothing: "Nothing",
  notThere: "Not on this sheet",
  amend: "To change a submitted mark, ask for an amendment to centre marks",
  download: "Download this list",
  file: (code: string) => `Not sent ${code}.csv`,
  dismiss: "Remove this list",
  here: (rows: number, candidates: string) =>
    plural(rows, {
      one: `This computer holds 1 mark of this sheet that is not saved: candidate ${candidates}.`,
      other: `This computer holds ${rows} marks of this sheet that are not saved: candidates ${candidates}.`,
    }),
  notShown: "This page shows what the service has, without them.",
  open: "Open the mark sheet to deal with them",
  first: "Save what this computer holds, or remove it, before you submit. Open the mark sheet.",
};
