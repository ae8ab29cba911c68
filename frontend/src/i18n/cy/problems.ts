// A Welsh speaker has to review these words before release.
import type { Words } from "../words";

export const problems: Words["problems"] = {
  noAnswer: "Nid oes cysylltiad â'r gwasanaeth.",
  noWords: "Ni allai'r gwasanaeth wneud hyn. Rhowch gynnig arall arni mewn eiliad.",
  signedOut: "Rydych wedi cael eich allgofnodi. Mewngofnodwch eto.",
  notFound: "Nid yw'r dudalen hon yn bodoli, neu nid yw'n perthyn i'ch canolfan chi.",
  other: (detail) => `Atebodd y gwasanaeth yn Saesneg: ${detail}`,
  code: {
    forbidden: "Nid oes gennych y rôl ar gyfer hyn. Gofynnwch i weinyddwr eich canolfan amdani.",
    stale: "Newidiodd rhywun y marciau hyn tra oeddech yn edrych arnynt. Edrychwch arnynt eto.",
    busy: "Mae llawer o bobl yn cadw ar unwaith. Ni newidiwyd dim; rhowch gynnig arall arni mewn eiliad.",
    fault: "Ein bai ni yw hyn, ac mae wedi'i gofnodi. Ni wnaethpwyd dim yn rhannol; rhowch gynnig arall arni.",
    "already-submitted": "Cyflwynwyd y marciau hyn. I newid un, gofynnwch am ddiwygio marciau'r ganolfan.",
    "not-submitted": "Nid yw'r marciau hyn wedi'u cyflwyno eto. Newidiwch nhw ar y daflen farciau.",
    "amendment-refused": "Ni newidiwyd dim. Edrychwch ar yr hyn a ddywedir wrth ochr pob ymgeisydd.",
    "amendment-closed": "Mae'r diwygiad hwn eisoes wedi'i benderfynu neu ei dynnu'n ôl. Gofynnwch am un newydd.",
    "window-closed": "Nid yw'r bwrdd yn derbyn marciau ar gyfer yr asesiad hwn nawr. Cysylltwch â'r bwrdd os oes angen i chi eu hanfon.",
    "sheet-incomplete": "Mae rhai ymgeiswyr heb eu cwblhau. Rhowch farc neu absenoldeb i bob un a thiciwch Gwiriwyd, yna cyflwynwch eto.",
    "declaration-incomplete": "Cytunwch â phob gosodiad yn y datganiad cyn cyflwyno.",
    "idempotency-key-reused": "Anfonwyd hyn o'r blaen gyda chynnwys gwahanol. Llwythwch y dudalen eto, yna rhowch gynnig arall arni.",
    "outcome-refused": "Nid yw'r marc neu'r radd honno'n bod ar gyfer yr asesiad hwn.",
    "candidate-repeated": "Mae'r ymgeisydd hwn yn ymddangos ddwywaith; dim ond y tro cyntaf a ddefnyddiwyd.",
    "candidate-not-entered": "Nid yw'r ymgeisydd hwn wedi'i gofrestru ar gyfer yr asesiad. Gwiriwch y rhif, neu gwnewch y cofrestriad yn gyntaf.",
    "revision-conflict": "Newidiodd rhywun arall yr ymgeisydd hwn ers i chi ei weld. Edrychwch ar y rhes fel y mae nawr, a phenderfynwch eto.",
    "nothing-to-check": "Nid oes gan yr ymgeisydd hwn farc i'w wirio. Rhowch farc neu absenoldeb yn gyntaf.",
    "review-date-passed": "Mae'r diwrnod olaf i ofyn am adolygiad wedi bod. Dewiswch un diweddarach.",
    "nothing-to-print": "Nid oes gan yr un o'r ymgeiswyr y gofynnwyd amdanynt farc eto, felly nid oes dim i'w argraffu.",
    "mark-missing": "Nid oes gan yr ymgeisydd hwn farc nac absenoldeb.",
    "not-checked": "Nid yw'r ymgeisydd hwn wedi'i dicio fel un a wiriwyd.",
  },
};
