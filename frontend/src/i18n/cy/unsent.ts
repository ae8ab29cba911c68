// A Welsh speaker has to review these words before release.
import { plural } from "../plural";
import type { Alike } from "../words";
import type { unsent as en } from "../en/unsent";

export const unsent: Alike<typeof en> = {
  title: (rows) =>
    plural(rows, {
      one: "Ni anfonwyd 1 marc a deipiwyd gennych",
      two: "Ni anfonwyd 2 farc a deipiwyd gennych",
      other: `Ni anfonwyd ${rows} marc a deipiwyd gennych`,
    }),
  submitted: "Cyflwynwyd y daflen cyn i'r cyfrifiadur hwn allu eu cadw. Mae'r rhesi isod yn dangos yr hyn sydd gan y bwrdd.",
  closed: "Caewyd y rhesi cyn i'r cyfrifiadur hwn allu eu cadw. Mae'r rhesi isod yn dangos yr hyn sydd gan y gwasanaeth.",
  gone: "Newidiodd y bwrdd y cofrestriadau cyn i'r cyfrifiadur hwn allu cadw'r marciau hyn. Mae pwy bynnag nad yw ar y daflen hon mwyach wedi'i dynnu'n ôl.",
  candidate: "Ymgeisydd",
  typed: "Teipiwyd gennych",
  has: "Ar y daflen",
  nothing: "Dim byd",
  notThere: "Nid yw ar y daflen hon",
  amend: "I newid marc a gyflwynwyd, gofynnwch am ddiwygio marciau'r ganolfan",
  download: "Lawrlwytho'r rhestr hon",
  file: (code) => `Heb eu hanfon ${code}.csv`,
  dismiss: "Tynnu'r rhestr hon",
  here: (rows, candidates) =>
    plural(rows, {
      one: `Mae'r cyfrifiadur hwn yn dal 1 marc o'r daflen hon sydd heb ei gadw: ymgeisydd ${candidates}.`,
      two: `Mae'r cyfrifiadur hwn yn dal 2 farc o'r daflen hon sydd heb eu cadw: ymgeiswyr ${candidates}.`,
      other: `Mae'r cyfrifiadur hwn yn dal ${rows} marc o'r daflen hon sydd heb eu cadw: ymgeiswyr ${candidates}.`,
    }),
  notShown: "Mae'r dudalen hon yn dangos yr hyn sydd gan y gwasanaeth, hebddynt.",
  open: "Agorwch y daflen farciau i ddelio â nhw",
  first: "Cadwch yr hyn y mae'r cyfrifiadur hwn yn ei ddal, neu ei dynnu, cyn i chi gyflwyno. Agorwch y daflen farciau.",
};
