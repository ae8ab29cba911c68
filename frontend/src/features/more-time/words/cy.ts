// A Welsh speaker has to review these words before release.
import type { Alike } from "../../../i18n/words";
import type { en } from "./en";

export const cy: Alike<typeof en> = {
  deadline: "Dyddiad cau",
  form: {
    day: "Y diwrnod olaf sydd ei angen arnoch",
    dayHint: (day) => `${day} neu'n ddiweddarach. Mae gennych hyd ei ddiwedd, yn ôl y cloc yn Llundain.`,
    noDay: "Dewiswch y diwrnod olaf sydd ei angen arnoch",
    notLater: (day) => `Dewiswch ddiwrnod ar ôl ${day}`,
    over: "Mae'r diwrnod hwnnw ar ben. Dewiswch un diweddarach",
    reason: "Pam mae ei angen arnoch",
    reasonHint: "Er enghraifft salwch athro neu lifogydd. Peidiwch ag enwi ymgeiswyr.",
    noReason: "Dywedwch pam mae angen rhagor o amser arnoch",
    after:
      "Y bwrdd sy'n penderfynu. Tan hynny mae'r dyddiad cau yn aros fel y mae: mae marciau a gyflwynir ar ei ôl yn hwyr. Gwelwch y penderfyniad yma, ar y daflen farciau ac ymhlith eich asesiadau. Tra bo'r bwrdd yn derbyn marciau, gallwch ddal ati i'w mewnbynnu a'u cyflwyno.",
    send: "Gofyn i'r bwrdd",
  },
  said: "Gofynnwyd i'r bwrdd am ragor o amser.",
  meanwhile: "Gallwch ddal ati i fewnbynnu marciau, a'u cyflwyno pryd bynnag y byddant yn barod.",
  submitted: "Mae'r marciau hyn wedi'u cyflwyno, felly nid oes angen rhagor o amser arnynt.",
  turnTo: (who) => `I ofyn am ragor o amser, trowch at ${who || "rywun â'r rôl “cyflwyno marciau”"}.`,
};
