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
      one: "Nid yw 1 cofrestriad hwyr ar y rhestr hon, am nad yw ei farc wedi'i gyflwyno eto.",
      other: `Nid yw ${count} cofrestriad hwyr ar y rhestr hon, am nad yw eu marciau wedi'u cyflwyno eto.`,
    }),
  draft: "DRAFFT",
  sheet: "Marciau",
  qualification: "Cymhwyster",
  criteria: "Meini prawf",
  notSubmitted: (status) => `${status}, heb ei gyflwyno`,
  noReference: "Dim nes i'r marciau gael eu cyflwyno",
  printed: "Argraffwyd",
  whose: ["Rhif ymgeisydd", "Enw'r ymgeisydd", "Grŵp"],
  version: "Fersiwn y rhes",
  assessment: "Cod yr asesiad",
  centre: "Rhif y ganolfan",
  notes: "Nodiadau",
  totals: { mark: "Â marc", grade: "Â gradd", blank: "Heb ei fewnbynnu eto", sum: "Cyfanswm y marciau" },
  signature: { teacher: "Athro neu athrawes", officer: "Ar ran pennaeth y ganolfan", signed: "Llofnod", date: "Dyddiad" },
  report: {
    title: "Adroddiad i'w gadw",
    what: "Yr un rhestr fel PDF y gall darllenydd sgrin ei ddarllen.",
    draft: "Argraffu drafft o'r marciau hyn",
  },
  slips: {
    title: "Slipiau marciau",
    what: "Un slip i bob ymgeisydd, gyda'r marc neu'r radd a'r diwrnod olaf i ofyn am adolygiad o'r marcio. Rhowch nhw i'r ymgeiswyr cyn i chi gyflwyno'r marciau.",
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
