// A Welsh speaker has to review these words before release.
import type { Alike } from "../../../../i18n/words";
import type { en } from "./en";

export const cy: Alike<typeof en> = {
  title: "Eich cyfrif",
  centres: "Eich canolfannau",
  board: "Rydych yn gweithio i'r bwrdd arholi, sy'n rhoi ac yn tynnu eich rôl yno.",
  roles: "Eich rolau",
  access: "Mynediad",
  role: {
    "enter marks": "mewnbynnu marciau",
    "submit marks": "cyflwyno marciau",
    view: "gweld",
    "centre administrator": "gweinyddwr y ganolfan",
    "board operator": "gweithredwr y bwrdd",
    "board moderation": "cymedroli'r bwrdd",
  },
  given: (by, centre, day) => `Rhoddodd ${by} fynediad i chi at ${centre} ar ${day}`,
  givenBySomeone: (centre, day) => `Rhoddodd gweinyddwr fynediad i chi at ${centre} ar ${day}`,
  byBoard: (centre) => `Y bwrdd arholi a roddodd fynediad i chi at ${centre}`,
  leave: "Gadael y ganolfan hon",
  ask: {
    title: (centre) => `Gadael ${centre}?`,
    does: [
      "O hyn ymlaen ni allwch weld marciau'r ganolfan hon, ac ni chewch e-byst amdanynt.",
      "Mae'r hyn a wnaethoch yn aros yn yr hanes, o dan eich enw.",
      "Mae eich rolau mewn canolfannau eraill, os oes rhai, yn aros.",
      "I ddod yn ôl, mae angen gwahoddiad gan weinyddwr y ganolfan arnoch.",
    ],
  },
  last: "Chi yw gweinyddwr olaf y ganolfan hon sydd wedi mewngofnodi, a rhaid i ganolfan gael un. Gwnewch rywun arall yn weinyddwr y ganolfan yn gyntaf, ac arhoswch nes eu bod wedi mewngofnodi.",
  left: (centre) => `Rydych wedi gadael ${centre}.`,
  more: "Dangos rhagor o ganolfannau",
};
