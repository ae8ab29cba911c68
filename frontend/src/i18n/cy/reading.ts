// A Welsh speaker has to review these words before release.
import type { reading as en } from "../en/reading";
import type { Alike } from "../words";

export const reading: Alike<typeof en> = {
  title: "Sut y darllenwyd y ffeil hon",
  columns: "Beth yw pob colofn o'r ffeil",
  heading: "Colofn yn y ffeil",
  cells: "Celloedd cyntaf",
  role: "Darllenwyd fel",
  column: (number) => `Colofn ${number}`,
  what: (name) => `Beth sydd yn ‘${name}’`,
  askColumns: "Dywedwch beth yw pob colofn. Mae angen y marc arnom, a rhif yr ymgeisydd neu golofn arall sy'n dweud marc pwy ydyw.",
  askAssessment: "Dewiswch yr asesiad. Mae eich ateb yn cyfrif am bob llinell o'r ffeil hon.",
  assessment: "Mae'r marciau hyn ar gyfer",
  choose: "Dewiswch asesiad",
  whichAssessment: "Dewiswch yr asesiad y mae'r marciau hyn ar ei gyfer",
  twice: (role) => `Dim ond un golofn all fod: ${role}`,
  noMark: "Dywedwch ym mha golofn y mae'r marc neu'r radd",
  noPerson: "Dywedwch ym mha golofn y mae rhif yr ymgeisydd, neu'r UCI neu'r enw",
  remembered: "Darllenir ffeil nesaf eich canolfan â'r un penawdau yn yr un ffordd.",
  check: "Gwirio'r ffeil eto",
  leave: "Ei gadael fel y mae",
  failed: "Ni wiriwyd y ffeil eto",
  change: "Newid sut y darllenir y ffeil hon",
  chosen: (at, by) => `Darllenwyd y colofnau fel y dewiswyd gan ${by} ar ${at}.`,
  forget: "Anghofio'r dewis hwn a darllen yn ôl y penawdau",
  named: (code, at, by) => `Mae'r marciau ar gyfer ${code}, fel y dewiswyd gan ${by} ar ${at}.`,
};
