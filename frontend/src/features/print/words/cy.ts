// A Welsh speaker has to review these words before release.
import { plural } from "../../../i18n/plural";
import type { Alike } from "../../../i18n/words";
import type { en } from "./en";

export const cy: Alike<typeof en> = {
  print: "Argraffu'r dudalen hon",
  csv: "Lawrlwytho CSV",
  xlsx: "Lawrlwytho XLSX",
  preview: "Yr hyn a argreffir",
  late: (count) =>
    plural(count, {
      one: "Cofrestrwyd 1 ymgeisydd ar ôl y cyflwyniad, ac fe'i hargreffir pan fydd y marc hwnnw wedi'i gyflwyno hefyd.",
      other: `Cofrestrwyd ${count} ymgeisydd ar ôl y cyflwyniad, ac fe'u hargreffir pan fydd y marciau hynny wedi'u cyflwyno hefyd.`,
    }),
  draft: "DRAFFT",
  sheet: "Marciau",
  qualification: "Cymhwyster",
  notSubmitted: (status) => `${status}, heb ei gyflwyno`,
  noReference: "Dim nes i'r marciau gael eu cyflwyno",
  printed: "Argraffwyd",
  whose: ["Rhif ymgeisydd", "Enw'r ymgeisydd", "Grŵp"],
  version: "Fersiwn y rhes",
  assessment: "Cod yr asesiad",
  centre: "Rhif y ganolfan",
  notes: "Nodiadau",
  totals: { mark: "Â marc", grade: "Â gradd", blank: "Heb ddim eto", sum: "Cyfanswm y marciau" },
  signature: { teacher: "Athro neu athrawes", officer: "Ar ran pennaeth y ganolfan", signed: "Llofnod", date: "Dyddiad" },
  report: {
    title: "Adroddiad i'w gadw",
    what: "Yr un rhestr fel PDF y gall darllenydd sgrin ei ddarllen.",
    draft: "Argraffu drafft o'r marciau hyn",
  },
  slips: {
    title: "Slipiau marciau",
    what: "Un slip i bob ymgeisydd: y marc neu'r radd, a than pryd y gellir gofyn am adolygiad o'r marcio. Rhowch nhw cyn cyflwyno'r marciau.",
    whatSent: "Un slip i bob ymgeisydd gyda'r marc neu'r radd a gyflwynwyd. Mae'n rhy hwyr i ofyn am adolygiad o'r marcio, ac mae'r slip yn dweud hynny.",
    group: "Grŵp addysgu",
    everyone: "Pob grŵp",
    until: "Diwrnod olaf i ofyn am adolygiad",
    noDate: "Dewiswch y diwrnod olaf i ofyn am adolygiad",
    print: "Argraffu slipiau marciau",
    preparing: "Mae'r slipiau marciau'n cael eu paratoi…",
    open: "Agor y slipiau marciau (PDF)",
  },
  status: "Statws",
  reference: "Cyfeirnod",
  submitted: "Cyflwynwyd",
  candidates: "Ymgeiswyr",
};
