// A Welsh speaker has to review these words before release.
import type { Alike } from "../../i18n/words";
import type { en } from "./en";

export const cy: Alike<typeof en> = {
  lead: (board) => `Mae ysgolion a cholegau'n defnyddio Centremark i anfon y marciau a roesant am waith cwrs ac asesu di-arholiad arall at ${board}.`,
  who: {
    title: "Pwy all ei ddefnyddio",
    what: "Mae athrawon yn mewnbynnu ac yn gwirio marciau. Mae swyddogion arholiadau'n eu cyflwyno, ac yn gweld pryd y mae'r bwrdd yn cadarnhau eu bod ganddo.",
  },
  account: {
    title: "Cael cyfrif",
    invited: "Bydd gweinyddwr eich canolfan, y swyddog arholiadau yn aml, yn eich gwahodd drwy e-bost.",
    first: "Os nad oes gan neb yn eich canolfan gyfrif eto, gofynnwch i'r bwrdd am yr un cyntaf.",
  },
  trouble: {
    title: "Os na allwch fewngofnodi",
    password:
      "Os ydych wedi anghofio'ch cyfrinair, dewiswch “Mewngofnodi”, yna ailosodwch ef yno. Gall gweinyddwr eich canolfan anfon gwahoddiad sydd wedi dod i ben eto.",
  },
  demo: {
    title: "Arddangosiad yw hwn",
    lead: "Pobl ddychmygol yw pawb ynddo. Mewngofnodwch fel un o'r rhain:",
    caption: "Manylion mewngofnodi'r arddangosiad",
    who: "Pwy",
    email: "E-bost",
    password: "Cyfrinair",
  },
};
