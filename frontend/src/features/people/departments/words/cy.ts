// A Welsh speaker has to review these words before release.
import type { Alike } from "../../../../i18n/words";
import type { en } from "./en";

export const cy: Alike<typeof en> = {
  title: "Adrannau",
  lead: "Mae adrannau yn grwpio cymwysterau eich canolfan. Gellir cyfyngu'r rhestr asesiadau i un, ac mae gan yr adroddiad cynnydd gyfansymiau ar gyfer pob un. Nid ydynt yn newid rôl neb.",
  readOnly: "Gall gweinyddwr eich canolfan newid hyn.",
  none: "Nid oes gan eich canolfan adrannau eto.",
  empty: "Dim cymwysterau",
  names: "Enwau'r adrannau",
  name: (place) => `Enw adran ${place}`,
  remove: "Tynnu",
  moved: (name, count) => `Nid yw ${count} o gymwysterau ${name} mewn adran nawr.`,
  add: "Ychwanegu adran",
  qualifications: "Cymwysterau",
  noQualifications: "Nid oes gan y bwrdd gofrestriadau ar gyfer eich canolfan eto. Bydd ei chymwysterau'n ymddangos yma pan fydd rhai.",
  nowhere: "Heb adran",
  saved: "Mae'r adrannau wedi'u cadw.",
  notSaved: "Nid yw'r adrannau wedi'u cadw",
  wrong: { empty: "Rhowch enw, neu tynnwch yr adran", twice: "Mae gan adran arall yr enw hwn. Rhowch un gwahanol" },
  leave: "Nid yw eich newidiadau i'r adrannau wedi'u cadw. Gadael y dudalen hon a'u colli?",
};
