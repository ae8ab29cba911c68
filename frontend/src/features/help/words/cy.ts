// A Welsh speaker has to review these words before release.
import type { Alike } from "../../../i18n/words";
import type { en } from "./en";

export const cy: Alike<typeof en> = {
  title: "Cymorth",
  contents: "Ar y dudalen hon",
  keys: {
    title: "Bysellau",
    entering: "Rhoi marciau",
    checking: "Gwirio marciau",
    key: "Bysell",
    does: "Beth mae'n ei wneud",
    or: "neu",
    names: { up: "I fyny", down: "I lawr", left: "Chwith", right: "De", space: "Bylchwr" },
    next: "I'r ymgeisydd nesaf, hefyd dros ddiwedd tudalen",
    before: "I'r ymgeisydd blaenorol",
    across: "O'r marc i Gwiriwyd, ac ymlaen i'r ymgeisydd nesaf",
    inside: "Yn mynd i mewn i'r marc i newid rhan ohono; mae clic yn dewis y marc cyfan, a'r hyn a deipiwch yn ei ddisodli",
    restore: "Yn rhoi'r hyn a gadwyd yn ôl",
    tick: "Yn ticio Gwiriwyd, neu'n tynnu'r tic, pan fydd y ffocws arno",
    save: "Yn cadw nawr; fel arall mae'r marciau'n eu cadw eu hunain pan beidiwch â theipio",
    undo: "Yn dadwneud y gludo diwethaf",
    tickOn: "Yn ticio'r marc fel un a wiriwyd ac yn mynd ymlaen",
    flag: "Yn rhoi baner ar y marc i edrych eto, i'ch cydweithwyr ei gweld hefyd, neu'n tynnu'r faner",
    back: "Yn ôl i'r ymgeisydd blaenorol",
    forward: "Ymlaen i'r ymgeisydd nesaf",
    compare: "Yn cymharu'r hyn a deipioch eto, ac yn mynd ymlaen",
  },
  paste: {
    title: "Gludo o daenlen",
    column: "I ludo colofn o farciau, cliciwch flwch yr ymgeisydd cyntaf a gludo. Mae'r marciau'n llenwi tuag i lawr.",
    pairs:
      "I ludo marciau gyda rhifau ymgeiswyr, UCI neu enwau, copïwch y tabl cyfan a'i ludo i unrhyw flwch. Byddwch yn gweld beth y cymerir pob colofn i fod, gallwch ei newid, a byddwch yn gweld pob marc a fyddai'n newid cyn iddo wneud. Caiff rhesi na ellir eu paru eu henwi.",
    safe: "Ni chaiff dim ei dalgrynnu na'i ddyfalu: ni chedwir gwerth nad yw'n farc, ac mae'r dudalen yn dweud pam. Caiff yr hyn nad yw'n ffitio ei enwi. Mae un Dadwneud yn tynnu'r gludo cyfan yn ôl.",
  },
  absent: {
    title: "Absennol a sero",
    absent: "Ystyr A yw absennol, neu na chyflwynwyd gwaith. Nid yw'r ymgeisydd yn cael marc.",
    zero: "Ystyr 0 yw bod gwaith wedi'i gyflwyno a'i weld, heb ennill marciau.",
    checked: "Ticiwch Gwiriwyd ar gyfer ymgeiswyr absennol hefyd.",
  },
  status: {
    title: "Ystyr y statysau",
    caption: "Statysau taflen farciau",
    status: "Statws",
    means: "Ystyr",
    "not started": "Nid oes gan yr un ymgeisydd farc eto.",
    incomplete: "Mae ymgeisydd heb farc, neu farc heb ei dicio fel un a wiriwyd.",
    ready: "Mae gan bawb farc sydd wedi'i wirio. Gall rhywun â'r rôl cyflwyno marciau eu cyflwyno.",
    submitted: "Anfonwyd y marciau ac maent yn cael eu prosesu. Ni ellir eu golygu.",
    confirmed: "Mae'r marciau gan y bwrdd.",
    "in moderation": "Mae'r bwrdd wedi dechrau cymedroli'r marciau. Mae Cymedroli yn dweud gwaith pwy i'w anfon.",
    moderated: "Mae'r cymedroli wedi dod i ben. Mae ei ganlyniad o dan Cymedroli ar y daflen farciau.",
  },
  deadlines: {
    title: "Dyddiadau cau a chofrestriadau hwyr",
    day: "Diwedd diwrnod yw dyddiad cau, yn ôl y cloc yn Llundain. Derbynnir marciau a gyflwynir ar ei ôl, a'u nodi'n hwyr, nes i'r bwrdd gau'r ffenestr.",
    more: "Os oes angen rhagor o amser arnoch, mae rhywun â'r rôl cyflwyno marciau yn gofyn amdano, ar y daflen farciau o dan y dyddiad cau. Y bwrdd sy'n penderfynu, a gwelwch ei benderfyniad yno.",
    late: "Pan fydd y bwrdd yn cofrestru ymgeisydd ar ôl i chi gyflwyno, mae'r daflen farciau'n dweud hynny, a dim ond rhes yr ymgeisydd hwnnw sydd ar agor. Marciwch, gwiriwch a chyflwynwch hi: mae'r bwrdd yn ei chael fel cyflwyniad atodol.",
  },
  after: {
    title: "Ar ôl i chi gyflwyno",
    mistake: "Camgymeriad a welwyd yn ddiweddarach: mae rhywun â'r rôl cyflwyno marciau yn diwygio'r marc, o'r daflen farciau. Cyn i'r cymedroli ddechrau fe'i gwneir ar unwaith; wedyn, y bwrdd sy'n penderfynu.",
    moderation: "Mae'r cymedroli'n dechrau pan fydd pob marc gan y bwrdd. Cewch wybod drwy e-bost gwaith pwy i'w anfon ac erbyn pryd. Mae o dan Cymedroli ar y daflen farciau, a'r canlyniad hefyd ar ôl ei ryddhau.",
    lost: "Cofnodir gwaith coll ac ystyriaeth arbennig wrth ymyl y marc cyn i chi gyflwyno, gyda'r botwm uwchben y rhestr ymgeiswyr.",
  },
  signedOut: {
    title: "Pan gewch eich allgofnodi",
    idle: (minutes, warning) =>
      `Ar ôl ${minutes} munud heb fysell na chlic cewch eich allgofnodi a chuddir y dudalen, i gadw'r marciau'n ddiogel. Daw rhybudd ${warning} funud ynghynt, ac mae un botwm yn eich cadw wedi mewngofnodi.`,
    typed: "Mae'r marciau a deipioch yn aros ar y dudalen ac, nes bod y gwasanaeth wedi'u cael, ar y cyfrifiadur hwn. Mewngofnodwch eto: dewch yn ôl i'r un rhes, a chaiff y marciau eu cadw. Os teipioch mewn ffurflen arall, mae mewngofnodi eto yn agor tab arall, ac mae'r ffurflen yn aros fel y mae.",
    crash: "Mae'r un peth yn wir os collir y cysylltiad, os bydd y cyfrifiadur yn methu neu os caeir y ffenestr: mewngofnodwch ar yr un cyfrifiadur o fewn diwrnod.",
    shared: "Nid oes neb arall sy'n mewngofnodi ar y cyfrifiadur hwn yn ei weld. Pan fyddwch chi'n allgofnodi, cewch eich allgofnodi ym mhob tab ac nid oes dim o'ch eiddo'n aros; gofynnwn i chi'n gyntaf os oes rhywbeth heb ei gadw.",
  },
  who: {
    title: "I bwy i ofyn",
    role: "Am rôl, i roi, cyflwyno neu weld marciau: gweinyddwr eich canolfan.",
    submit: "I gael cyflwyno marciau, neu gofrestru ymgeisydd: eich swyddog arholiadau.",
    board: "Am ddyddiad cau, cofrestriad, neu unrhyw beth ar ôl canlyniad y cymedroli: y bwrdd arholi.",
  },
  accessibility: {
    title: "Datganiad hygyrchedd",
    aim: "Dylai pawb allu defnyddio Centremark. Fe'i hadeiladwyd yn ôl Canllawiau Hygyrchedd Cynnwys y We 2.2, lefel AA.",
    tested:
      "Caiff ei dudalennau eu gwirio gan beiriant am feiau y gall peiriant eu gweld. Fe'u defnyddiwyd â'r bysellfwrdd yn unig, ar led o 320 picsel, sef chwyddo 400%, ac â lliwiau gosodiadau cyferbyniad uchel, mewn un porwr (Chromium).",
    not: "Ni chlywyd hwy eto drwy ddarllenydd sgrin, nid oes neb sy'n dibynnu ar un wedi rhoi cynnig arnynt, ac ni wnaed archwiliad annibynnol. Nid yw siaradwr brodorol wedi darllen y Gymraeg eto.",
    print: "PDFs wedi'u tagio yw'r adroddiad wedi'i argraffu a'r slipiau marciau. Defnyddiwch nhw yn hytrach nag argraffu'r porwr os ydych yn defnyddio darllenydd sgrin.",
    report:
      "Os oes rhywbeth yn eich rhwystro, dywedwch wrth ddesg gymorth y bwrdd arholi pa dudalen oedd hi, beth rydych yn ei ddefnyddio, a beth a ddigwyddodd. Gallwch ofyn am yr hyn sydd ei angen arnoch ar ffurf arall.",
    made: (day) => `Ysgrifennwyd ar ${day}.`,
  },
};
