// A Welsh speaker has to review these words before release.
import { plural } from "../../../../i18n/plural";
import type { Alike } from "../../../../i18n/words";
import type { en } from "./en";

export const cy: Alike<typeof en> = {
  board: "Bwrdd arholi",
  everyCentre: "Marciau pob canolfan",
  waiting: (count) =>
    plural(count, { two: "2 ddiwygiad i benderfynu arnynt", one: "1 diwygiad i benderfynu arno", other: `${count} diwygiad i benderfynu arnynt` }),
  title: "Y consortia",
  lead: "Caiff canolfannau sy'n addysgu asesiad gyda'i gilydd eu cymedroli gyda'i gilydd. Tynnir un sampl o'u plith i gyd, unwaith y bydd eu holl farciau wedi'u cadarnhau. Caiff pob canolfan arall ei chymedroli ar ei phen ei hun.",
  none: "Nid oes consortia yn y gyfres hon.",
  found: (count) => plural(count, { two: "2 gonsortiwm", other: `${count} consortiwm` }),
  assessment: "Asesiad",
  centres: "Canolfannau",
  arranged: "Sefydlwyd",
  noEntries: "Dim cofrestriadau eto",
  see: (code) => `Gweld y consortiwm ar gyfer ${code}`,
  dissolve: "Diddymu",
  dissolveAsk: (code) => `Diddymu'r consortiwm ar gyfer ${code}?`,
  dissolveDoes: (count, centres) => `Caiff pob un o'i ${count} canolfan ei chymedroli ar ei phen ei hun: ${centres}.`,
  dissolveThis: (code, centres) => `y consortiwm ar gyfer ${code}: ${centres}`,
  begun: "Yn cael ei gymedroli, felly ni ellir ei newid mwyach",
  add: {
    title: "Sefydlu consortiwm",
    code: "Cod yr asesiad",
    codeHint: "Er enghraifft, H446/03.",
    noCode: "Dewiswch asesiad o'r gyfres hon",
    centres: "Rhifau canolfannau",
    centresHint: "Dau neu fwy, un ar bob llinell. Mae gan rif 5 digid.",
    few: "Rhowch rifau 2 ganolfan neu fwy",
    notNumber: (text) => `Nid yw ${text} yn rhif canolfan`,
    twice: (number) => `Mae canolfan ${number} yn ymddangos ddwywaith`,
    taken: (number) => `Mae canolfan ${number} mewn consortiwm arall ar gyfer yr asesiad hwn. Diddymwch hwnnw yn gyntaf`,
    unknown: (number) => `Nid oes canolfan ${number}`,
    arrange: "Sefydlu",
  },
  said: {
    arranged: (code, centres) => `Sefydlwyd y consortiwm ar gyfer ${code}: ${centres}.`,
    dissolved: (code) => `Diddymwyd y consortiwm ar gyfer ${code}. Caiff pob un o'i ganolfannau ei chymedroli ar ei phen ei hun.`,
  },
  together: {
    title: "Cymedroli gyda'i gilydd",
    lead: (centres) => `Caiff y ganolfan hon ei chymedroli gyda ${centres}.`,
    ready: (count) =>
      plural(count, {
        two: "Mae holl farciau'r 2 ganolfan wedi'u cadarnhau. Pan fyddwch yn dechrau cymedroli, bydd yn dechrau yn y ddwy, gydag un sampl o'u plith.",
        other: `Mae holl farciau'r ${count} canolfan wedi'u cadarnhau. Pan fyddwch yn dechrau cymedroli, bydd yn dechrau ym mhob un, gydag un sampl o'u plith.`,
      }),
    waits: (count) =>
      plural(count, {
        two: "Ni all y cymedroli ddechrau eto: nid yw 2 ganolfan yn barod.",
        one: "Ni all y cymedroli ddechrau eto: nid yw 1 ganolfan yn barod.",
        other: `Ni all y cymedroli ddechrau eto: nid yw ${count} canolfan yn barod.`,
      }),
    alone: "Ni all y cymedroli ddechrau eto.",
    state: "Cyflwr",
    sample: "Y sampl",
    sent: (some, all) => `Anfonwyd ${some} o ${all}`,
    see: "Gweld y sampl o bob canolfan",
  },
  lacks: {
    entries: "Nid oes ymgeisydd wedi'i gofrestru eto",
    submission: "Nid yw ei marciau wedi'u cyflwyno eto",
    "late marks": "Nid yw marciau cofrestriadau hwyr wedi'u cyflwyno eto",
    confirmation: "Mae ei marciau'n cael eu prosesu",
  },
  review: {
    caption: (series) => `Consortiwm · ${series}`,
    alone: "Caiff y ganolfan hon ei chymedroli ar ei phen ei hun. Mae'r sampl ar dudalen y daflen farciau.",
    order: "Ymgeiswyr pob canolfan mewn un rhestr, yr uchaf yn gyntaf.",
    notBegun: "Ni ofynnwyd am sampl eto.",
    centre: "Canolfan",
    back: "Pob consortiwm",
  },
};
