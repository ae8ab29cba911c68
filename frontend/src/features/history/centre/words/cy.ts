// A Welsh speaker has to review these words before release.
import { plural } from "../../../../i18n/plural";
import type { Alike } from "../../../../i18n/words";
import type { en } from "./en";

export const cy: Alike<typeof en> = {
  centre: {
    title: "Newidiadau yn y ganolfan hon",
    lead: "Pwy newidiodd rolau, gosodiadau, adrannau a'r bachyn gwe, a phryd. Mae gan bob taflen farciau ei hanes ei hun o farciau a chofrestriadau.",
    none: "Nid oes dim wedi newid eto. Pan fydd rhywun yn newid rôl, gosodiad, adran neu'r bachyn gwe, caiff ei restru yma gyda'i enw.",
  },
  office: {
    title: "Newidiadau gan y bwrdd",
    lead: "Pwy newidiodd gyfresi, asesiadau, consortia a rolau pobl y bwrdd ei hun, a phryd.",
    none: "Nid oes dim wedi newid eto. Pan fydd rhywun yn newid y catalog, consortiwm neu rôl yn y bwrdd, caiff ei restru yma gyda'i enw.",
  },
  board: "Bwrdd arholi",
  ofCentre: (number) => `Canolfan ${number}`,
  everyCentre: "Marciau pob canolfan",
  found: (count) => plural(count, { two: "2 newid", other: `${count} newid` }),
  details: (count) => plural(count, { two: "2 fanylyn", other: `${count} manylyn` }),
  inSeries: (code, series) => `${code} yn ${series}`,
  second: { on: "Trowyd yr ail wiriwr ymlaen", off: "Trowyd yr ail wiriwr i ffwrdd" },
  departments: "Newidiwyd yr adrannau",
  roles: (name) => `Newidiwyd rolau ${name}`,
  member: (name) => `Newidiwyd manylion ${name}`,
  webhook: { set: "Gosodwyd y bachyn gwe", rotated: "Adnewyddwyd cyfrinach y bachyn gwe", removed: "Tynnwyd y bachyn gwe" },
  consortium: {
    arranged: (which) => `Sefydlwyd y consortiwm ar gyfer ${which}`,
    changed: (which) => `Newidiwyd y consortiwm ar gyfer ${which}`,
    dissolved: (which) => `Diddymwyd y consortiwm ar gyfer ${which}`,
  },
  catalogue: {
    series: { added: (which) => `Ychwanegwyd cyfres ${which}`, changed: (which) => `Newidiwyd cyfres ${which}` },
    assessment: { added: (which) => `Ychwanegwyd asesiad ${which}`, changed: (which) => `Newidiwyd asesiad ${which}` },
    centre: { added: (which) => `Ychwanegwyd canolfan ${which}`, changed: (which) => `Newidiwyd canolfan ${which}` },
  },
  lines: {
    caption: "Beth a newidiodd",
    what: "Manylyn",
    before: "Cynt",
    after: "Wedyn",
    roles: "Rolau",
    address: "Cyfeiriad",
    centres: "Canolfannau",
    empty: "Dim cymwysterau",
    field: {
      title: "Teitl",
      name: "Enw",
      machine: "Cleient peiriant",
      mailed_elsewhere: "Cyfeiriad e-bost arall",
      opens: "Yn agor",
      closes: "Yn cau",
      "window.opens": "Yn agor",
      "window.deadline": "Dyddiad cau",
      "window.closes": "Yn cau",
      "qualification.code": "Cod y cymhwyster",
      "qualification.title": "Cymhwyster",
      "scale.maximum": "Marc uchaf",
    },
    grade: {
      title: (grade) => `Teitl gradd ${grade}`,
      boundary: (grade) => `Marc isaf ar gyfer gradd ${grade}`,
    },
    circumstance: {
      title: (code) => `Amgylchiad ${code}`,
      sampled: (code) => `Gellir samplu gwaith gydag amgylchiad ${code}`,
    },
  },
  role: {
    "enter marks": "mewnbynnu marciau",
    "submit marks": "cyflwyno marciau",
    view: "gweld",
    "centre administrator": "gweinyddwr y ganolfan",
    "board operator": "gweithredwr y bwrdd",
    "board moderation": "cymedroli'r bwrdd",
  },
  nothing: "Dim",
  yes: "Ie",
  no: "Na",
};
