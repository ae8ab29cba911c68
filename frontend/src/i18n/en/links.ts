/** The names of links between pages, the same everywhere. */
export const links = {
  history: "Who changed what",
  seeMarks: "See the marks",
  submission: "See the submission",
  moreTime: "Request an extension",
  notices: "Email notices",
  people: "People",
  settings: "Centre settings",
};
