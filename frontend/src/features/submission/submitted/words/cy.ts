// A Welsh speaker has to review these words before release.
import { plural } from "../../../../i18n/plural";
import type { Alike } from "../../../../i18n/words";
import type { en } from "./en";

export const cy: Alike<typeof en> = {
  title: "Cyflwyniad",
  status: {
    confirmed: "Mae'r bwrdd wedi derbyn y marciau hyn.",
    submitted: "Anfonwyd y marciau ac maent yn cael eu prosesu. Bydd y dudalen hon yn diweddaru'n awtomatig pan fydd y bwrdd wedi'u derbyn.",
  },
  panel: { submitted: "Marciau wedi'u hanfon at y bwrdd", confirmed: "Y bwrdd wedi derbyn y marciau" },
  every: {
    title: "Pob cyflwyniad o'r marciau hyn",
    lead: "Cedwir pob un fel y'i hanfonwyd, gyda'i farciau, pwy a'i datganodd a phryd.",
    one: (kind) => `Cyflwyniad: ${kind}`,
    of: (number, all) => `Cyflwyniad ${number} o ${all}`,
    earlier: (latest) => `Dyma gyflwyniad cynharach, fel y'i hanfonwyd. Cyflwyniad ${latest} yw'r diweddaraf.`,
    latest: "Gweld y cyflwyniad diweddaraf",
    sent: (number) => `Cyflwyniad ${number}, fel y'i hanfonwyd`,
    declared: (name) => `Yr hyn a ddatganodd ${name}`,
    marks: "Marciau a anfonwyd",
    candidate: "Ymgeisydd",
    zero: { "worth-nothing": "Gwaith heb fod yn werth marciau", "not-authenticated": "Gwaith heb ei gadarnhau fel gwaith yr ymgeisydd ei hun" },
    print: "Argraffu'r dudalen hon",
    noReport: "Ni wnaed PDF o'r cyflwyniad hwn. Argraffwch y dudalen hon i gadw copi.",
  },
  not: { title: (code) => `Nid yw ${code} wedi'i gyflwyno`, submit: "Adolygu a chyflwyno" },
  late: {
    told: (count) =>
      plural(count, {
        one: "Cofrestrwyd 1 ymgeisydd ar ôl hyn. Nid yw ei farc wedi'i gyflwyno eto.",
        other: `Cofrestrwyd ${count} ymgeisydd ar ôl hyn. Nid yw eu marciau wedi'u cyflwyno eto.`,
      }),
    enter: "Mewnbynnu marciau cofrestriadau hwyr",
  },
  kind: {
    first: (number) => `Rhif ${number}`,
    amended: (number) => `Rhif ${number}, â marciau diwygiedig`,
    supplementary: (number) => `Rhif ${number}, atodol: cofrestriadau hwyr`,
  },
  receipt: {
    number: "Cyflwyniad",
    reference: "Cyfeirnod",
    submitted: "Cyflwynwyd",
    confirmed: "Cadarnhawyd",
    notYet: "Ddim eto",
    marks: "Marciau",
    counts: (marked, all, absent) => `${marked} o ${all} ymgeisydd, ${absent} yn absennol`,
    inTime: "Mewn pryd",
    yes: "Do",
    late: "Yn hwyr: ar ôl y dyddiad cau",
    fingerprint: "Ôl bys (SHA-256)",
    fingerprintIs: "Mae'n dangos mai'r hyn sydd gan y bwrdd, nod am nod, yw'r hyn a anfonodd eich canolfan.",
  },
  next: {
    title: "Beth sy'n digwydd nesaf",
    keep: "Cadwch yr adroddiad wedi'i argraffu ar gyfer eich cofnodion; nid oes angen copi ar y cymedrolwr.",
    toSend: (count, by) =>
      `Mae'r cymedroli wedi dechrau, ac mae gennych ${plural(count, { two: "2 ddarn", other: `${count} darn` })} o waith i'w hanfon erbyn ${by}.`,
    nothing: "Mae'r cymedroli wedi dechrau, ac nid oes gennych waith ar ôl i'w anfon.",
    ended: "Mae cymedroli'r marciau hyn wedi dod i ben, ac mae'r canlyniad ar gael.",
  },
  list: {
    none: "Nid oes dim wedi'i gyflwyno yn y gyfres hon eto.",
    caption: "Cyflwyniadau, y diweddaraf yn gyntaf",
    assessment: "Asesiad",
    reference: "Cyfeirnod",
    submitted: "Cyflwynwyd",
    status: "Statws",
    number: "Cyflwyniad",
    by: (name) => `gan ${name}`,
    lateBy: (name) => `gan ${name}, yn hwyr`,
  },
};
