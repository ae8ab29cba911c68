// A Welsh speaker has to review these words before release.
import type { Alike } from "../../../i18n/words";
import type { en } from "./en";

export const cy: Alike<typeof en> = {
  address: (email) => `Rydym yn anfon hysbysiadau i ${email}. Os nad hwnnw yw eich cyfeiriad, gofynnwch i'r bwrdd arholi ei newid.`,
  noAddress: "Nid oes gan y bwrdd arholi gyfeiriad e-bost ar eich cyfer, felly ni allwn anfon e-bost atoch. Gofynnwch i'r bwrdd ychwanegu un.",
  noTopics: "Nid oes hysbysiadau e-bost ar gyfer eich rôl chi.",
  trouble: {
    bounced: (email, moment) => `Dychwelwyd e-bost i ${email} ar ${moment}. Ni anfonwn ragor nes i chi ddweud wrthym fod y cyfeiriad yn gweithio.`,
    complained: (email, moment) => `Adroddwyd ar ${moment} nad oedd croeso i e-bost yn ${email}. Ni anfonwn ragor nes i chi ddweud wrthym eich bod am eu cael.`,
    works: "Dechrau anfon e-bost ataf eto",
    mended: "Byddwn yn anfon e-bost atoch eto.",
  },
  language: "Iaith yr e-byst",
  topics: "Anfonwch e-bost ataf am",
  topic: {
    confirmations: "Farciau y mae'r bwrdd wedi'u cadarnhau",
    amendments: "Ddiwygiadau: penderfyniad y bwrdd, a gwaith y mae am ei weld",
    extensions: "Benderfyniad y bwrdd ar estyniad",
    entries: "Gofrestriadau a newidiodd ar ôl cyflwyno'r marciau",
    moderation: "Cymedroli: y sampl o waith, a'r canlyniad",
    deadlines: "Ddyddiadau cau: 14, 7 a 2 ddiwrnod ymlaen llaw",
    requests: "Yr hyn y mae cydweithwyr yn gofyn i chi amdano, a'r hyn sy'n barod",
    board: "Bob bore: beth sy'n hwyr, a beth sy'n aros am y bwrdd",
    people: "Pobl yn eich canolfan sy'n gofyn am rôl",
  },
  lastDay: "Rydym bob amser yn anfon e-bost atoch ar y diwrnod olaf.",
  outcomeMorning: "Rydym yn anfon e-bost atoch am ganlyniad am 7 y bore, ar ôl iddo gael ei ryddhau.",
  saved: "Mae eich dewisiadau wedi'u cadw.",
};
