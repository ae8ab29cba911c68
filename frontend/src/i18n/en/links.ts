/** The names of links between pages, the same everywhere. */
export const links = {
  submit: "Review and submit",
  check: "Check mode",
  print: "Print or download",
  upload: "Upload or download marks",
  history: "Who changed what",
  amend: "Amend centre marks",
  moderation: "Moderation",
  marks: "Back to the marks",
  seeMarks: "See the marks",
  submission: "See the submission",
  moreTime: "Request an extension",
  notices: "Email notices",
  settings: "Centre settings",
};
