// A Welsh speaker has to review these words before release.
import type { Alike } from "../../../i18n/words";
import type { en } from "./en";

export const cy: Alike<typeof en> = {
  deadline: "Dyddiad cau",
  form: {
    day: "Y diwrnod olaf sydd ei angen arnoch",
    dayHint: (day) => `${day} neu'n ddiweddarach. Mae gennych hyd ddiwedd y diwrnod hwnnw, amser y DU.`,
    noDay: "Dewiswch y diwrnod olaf sydd ei angen arnoch",
    notLater: (day) => `Dewiswch ddiwrnod ar ôl ${day}`,
    over: "Mae'r diwrnod hwnnw wedi mynd heibio. Dewiswch un diweddarach",
    reason: "Pam mae angen rhagor o amser arnoch",
    reasonHint: "Er enghraifft salwch athro neu lifogydd. Peidiwch ag enwi ymgeiswyr.",
    noReason: "Dywedwch pam mae angen rhagor o amser arnoch",
    after:
      "Y bwrdd sy'n penderfynu. Tan hynny mae'r dyddiad cau yn aros yr un fath, ac mae marciau a gyflwynir ar ei ôl yn hwyr. Dangoswn y penderfyniad yma, ar y daflen farciau ac yn eich rhestr o asesiadau. Tra bo'r bwrdd yn derbyn marciau, gallwch ddal ati i'w mewnbynnu a'u cyflwyno.",
    send: "Anfon y cais",
  },
  said: "Anfonwyd eich cais at y bwrdd.",
  meanwhile: "Gallwch ddal ati i fewnbynnu marciau, a'u cyflwyno pan fyddant yn barod.",
  submitted: "Mae'r marciau hyn wedi'u cyflwyno, felly nid oes angen estyniad arnoch.",
  turnTo: (who) => `I ofyn am estyniad, cysylltwch â ${who || "rywun â'r rôl “cyflwyno marciau”"}.`,
};
