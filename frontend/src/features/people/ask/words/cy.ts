// A Welsh speaker has to review these words before release.
import type { Alike } from "../../../../i18n/words";
import type { en } from "./en";

export const cy: Alike<typeof en> = {
  what: (role, code) => (code ? `“${role}” ar gyfer ${code}` : `“${role}”`),
  who: (names, what) => `Gall ${names} roi'r rôl ${what} i chi.`,
  ask: (what) => `Gofyn am y rôl ${what}`,
  self: (role) => `Fel gweinyddwr y ganolfan gallwch roi'r rôl “${role}” i chi'ch hun.`,
  people: "Newid eich rolau",
  again: "Gofyn eto",
  asked: (when, names) => `Gofynnoch am y rôl hon ar ${when}. Gall ${names} ei rhoi.`,
  declined: (when, names) => `Gofynnoch am y rôl hon ar ${when}, a gwrthodwyd hi. Siaradwch â ${names}.`,
  nobody: "Nid oes gan eich canolfan weinyddwr a allai roi'r rôl i chi. Cysylltwch â'r bwrdd arholi a gofynnwch iddo enwi un.",
  needed: {
    title: "Nid oes gennych y rôl ar gyfer y dudalen hon",
    changed: "Dim ond gweinyddwr y ganolfan sy'n gweld y dudalen hon. Efallai fod eich rolau wedi newid ers i chi ei hagor.",
    board: "Dim ond pobl y bwrdd arholi ei hun sy'n gweld y dudalen hon. Ni all neb yn eich canolfan roi'r rôl ar ei chyfer i chi.",
  },
  role: {
    "enter marks": "mewnbynnu marciau",
    "submit marks": "cyflwyno marciau",
    view: "gweld",
    "centre administrator": "gweinyddwr y ganolfan",
    "board operator": "gweithredwr y bwrdd",
    "board moderation": "cymedroli'r bwrdd",
  },
};
