// A Welsh speaker has to review these words before release.
import type { Words } from "../words";

export const links: Words["links"] = {
  history: "Pwy newidiodd beth",
  seeMarks: "Gweld y marciau",
  submission: "Gweld y cyflwyniad",
  moreTime: "Gofyn am estyniad",
  notices: "Hysbysiadau e-bost",
  people: "Pobl",
  settings: "Gosodiadau'r ganolfan",
};
