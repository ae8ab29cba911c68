// A Welsh speaker has to review these words before release.
import { plural } from "../../../../i18n/plural";
import type { Alike } from "../../../../i18n/words";
import type { en } from "./en";

const sheets = (count: number) => plural(count, { one: "1 daflen farciau", other: `${count} taflen farciau` });

export const cy: Alike<typeof en> = {
  title: "Cyflwyno pob un sy'n barod",
  back: "Yn ôl i'ch asesiadau",
  none: "Nid oes taflen farciau yn barod i'w chyflwyno. Mae taflen yn barod pan fydd gan bob ymgeisydd farc a phob un wedi'i wirio.",
  ask: (who) => `Ni chewch gyflwyno marciau. Gofynnwch i ${who} eu cyflwyno.`,
  reading: (some, all) => `Yn darllen y marciau: ${some} o ${all}`,
  ready: (count) => (count === 0 ? "Nid oes dim wedi'i ddewis" : `${sheets(count)} i'w cyflwyno`),
  sent: (some, all) => `${some} o ${all} wedi'u cyflwyno`,
  someLeft: "Gweler wrth ymyl pob un o'r lleill pam nad yw wedi'i chyflwyno. Unionwch hynny, cytunwch i'r datganiad eto a chyflwynwch yr hyn sydd ar ôl.",
  allSent: "Mae pob un wedi'i chyflwyno. Mae'r bwrdd yn cadarnhau pob un cyn gynted ag y bydd y marciau ganddo.",
  notSubmitted: "Nid oes dim wedi'i gyflwyno",
  leave: "Mae taflenni marciau yn dal i gael eu cyflwyno. Os gadewch nawr, efallai na chaiff rhai eu cyflwyno. Gadael y dudalen hon?",
  declareFor: "Rydych yn gwneud y datganiad hwn ar gyfer pob un o'r rhain:",
  submit: (count) => `Cyflwyno ${sheets(count)}`,
  submitting: "Yn cyflwyno…",
  absent: (count) => `${count} yn absennol`,
  range: (lowest, highest) => `marciau ${lowest} i ${highest}`,
  supplementary: (count) => plural(count, { one: "dim ond 1 cofrestriad hwyr a anfonir", other: `dim ond ${count} cofrestriad hwyr a anfonir` }),
  late: "ar ôl y dyddiad cau",
  second: (count) => plural(count, { one: "1 peth sy'n werth ail olwg", other: `${count} peth sy'n werth ail olwg` }),
  state: { sending: "Yn cyflwyno…", sent: "Cyflwynwyd" },
  receipt: "Gweld y dderbynneb",
  open: "Ei hagor",
  incomplete: (count) => plural(count, { one: "Mae 1 ymgeisydd yn anghyflawn nawr.", other: `Mae ${count} ymgeisydd yn anghyflawn nawr.` }),
  unknown: "Ni ddaeth ateb. Cyflwynwch eto: ni ellir anfon y marciau ddwywaith.",
  stale: "Newidiodd rhywun y marciau hyn tra oeddech yn edrych arnynt. Fe'u darllenwyd eto: adolygwch nhw, yna cyflwynwch.",
};
