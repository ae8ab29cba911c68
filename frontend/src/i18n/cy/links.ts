// A Welsh speaker has to review these words before release.
import type { Words } from "../words";

export const links: Words["links"] = {
  submit: "Adolygu a chyflwyno",
  check: "Modd gwirio",
  print: "Argraffu neu lawrlwytho",
  upload: "Uwchlwytho neu lawrlwytho marciau",
  history: "Pwy newidiodd beth",
  amend: "Diwygio marciau'r ganolfan",
  moderation: "Cymedroli",
  marks: "Yn ôl at y marciau",
  seeMarks: "Gweld y marciau",
  submission: "Gweld y cyflwyniad",
  moreTime: "Gofyn am estyniad",
  notices: "Hysbysiadau e-bost",
  settings: "Gosodiadau'r ganolfan",
};
