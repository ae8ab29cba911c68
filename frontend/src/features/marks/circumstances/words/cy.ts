// A Welsh speaker has to review these words before release.
import type { Alike } from "../../../../i18n/words";
import type { en } from "./en";

export const cy: Alike<typeof en> = {
  how: "Mae angen marc o hyd ar yr ymgeisydd am y gwaith a welsoch, neu A. Y bwrdd sy'n gwneud unrhyw lwfans wedyn. Nid yw eich marc yn newid.",
  candidate: "Rhif ymgeisydd",
  candidateHint: "Teipiwch y rhif, neu dewiswch o'r rhestr.",
  what: "Beth i'w gofnodi",
  unseen: "Ni fydd y bwrdd yn gofyn am waith yr ymgeisydd hwn.",
  nothing: "Dim: dileu'r hyn a gofnodwyd",
  reason: "Beth ddigwyddodd",
  reasonHint: "Mewn ychydig eiriau. Gall eich canolfan a'r bwrdd ei ddarllen. Ni chaiff ei argraffu.",
  save: "Cofnodi",
  cancel: "Canslo",
  lacks: {
    candidate: "Teipiwch rif ymgeisydd ar y daflen hon y gallwch roi ei farc o hyd",
    what: "Dewiswch beth i'w gofnodi",
    reason: "Dywedwch yn fyr beth ddigwyddodd",
  },
  did: (candidate, what) => `Cofnodwyd ar gyfer ymgeisydd ${candidate}: ${what}.`,
  undid: (candidate) => `Nid oes dim wedi'i gofnodi ar gyfer ymgeisydd ${candidate}.`,
};
