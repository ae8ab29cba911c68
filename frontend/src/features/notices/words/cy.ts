// A Welsh speaker has to review these words before release.
import type { Alike } from "../../../i18n/words";
import type { en } from "./en";

export const cy: Alike<typeof en> = {
  address: (email) => `Mae hysbysiadau'n mynd i ${email}. Os nad hwnnw yw eich cyfeiriad, gofynnwch i'r bwrdd arholi ei newid.`,
  noAddress: "Nid oes gan y bwrdd arholi gyfeiriad e-bost ar eich cyfer, felly ni anfonir dim. Gofynnwch iddo ychwanegu un.",
  noTopics: "Ni ddywedir dim drwy e-bost wrth bobl â'ch rôl chi.",
  trouble: {
    bounced: (email, moment) => `Daeth post i ${email} yn ôl ar ${moment}. Ni anfonir dim nes i chi ddweud bod y cyfeiriad yn gweithio eto.`,
    complained: (email, moment) =>
      `Adroddwyd ar ${moment} nad oes croeso i bost yn ${email}. Ni anfonir dim nes i chi ddweud bod ei angen eto.`,
    works: "Mae'n gweithio eto",
    mended: "Anfonir hysbysiadau atoch eto.",
  },
  language: "Iaith y post",
  topics: "Dywedwch wrthyf am",
  topic: {
    confirmations: "Farciau y mae'r bwrdd wedi'u cadarnhau",
    amendments: "Ddiwygiadau: penderfyniad y bwrdd, a gwaith y mae am ei weld",
    extensions: "Benderfyniad y bwrdd ar ragor o amser",
    entries: "Gofrestriadau a newidiodd ar ôl cyflwyno'r marciau",
    moderation: "Cymedroli: y sampl o waith, a'r canlyniad",
    deadlines: "Ddyddiadau cau: 14, 7 a 2 ddiwrnod ymlaen llaw",
    board: "Bob bore, faint sy'n hwyr a faint sy'n aros am y bwrdd",
  },
  lastDay: "Ar y diwrnod olaf ei hun, dywedir wrthych beth bynnag.",
  outcomeMorning: "Dywedir wrthych am ganlyniad am 7 y bore, y tro cyntaf ar ôl i'ch canolfan allu ei weld.",
  saved: "Mae eich dewis wedi'i gadw.",
};
