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
    next: "Yn symud i'r ymgeisydd nesaf, ac i'r dudalen nesaf ar ddiwedd hon",
    before: "Yn symud i'r ymgeisydd blaenorol",
    across: "Yn symud o'r marc i Gwiriwyd, yna i'r ymgeisydd nesaf",
    inside: "Yn golygu rhan o'r marc. Mae clic yn dewis y marc cyfan, a'r hyn a deipiwch yn ei ddisodli",
    restore: "Yn adfer y marc a gadwyd",
    tick: "Yn ticio Gwiriwyd, neu'n tynnu'r tic, pan fydd y ffocws arno",
    more: "Yn dangos beth arall y gallwch ei wneud â'r rhes: absennol, gwaith coll, ystyriaeth arbennig, nodyn i'r gwiriwr, baner",
    find: "Yn canfod ymgeisydd yn ôl rhif neu enw",
    save: "Yn cadw nawr. Caiff y marciau eu cadw'n awtomatig hefyd pan beidiwch â theipio",
    undo: "Yn dadwneud y gludo diwethaf",
    tickOn: "Yn ticio'r marc fel un a wiriwyd ac yn mynd ymlaen",
    flag: "Yn rhoi baner ar y marc i edrych eto, lle mae eich cydweithwyr yn ei gweld, neu'n tynnu'r faner",
    back: "Yn symud yn ôl i'r ymgeisydd blaenorol",
    forward: "Yn symud ymlaen i'r ymgeisydd nesaf",
    compare: "Yn cymharu'r hyn a deipioch â'r marc, ac yn mynd ymlaen",
  },
  paste: {
    title: "Gludo o daenlen",
    column: "I ludo colofn o farciau, cliciwch flwch yr ymgeisydd cyntaf a gludo. Mae'r marciau'n llenwi tuag i lawr.",
    pairs:
      "I ludo marciau gyda rhifau ymgeiswyr, UCI neu enwau, copïwch y tabl cyfan a'i ludo i unrhyw flwch. Dangoswn beth yw pob colofn yn ein barn ni, a gallwch ei newid. Byddwch yn gweld pob marc a fyddai'n newid cyn cadw dim. Rhestrwn y rhesi na allwn eu paru.",
    safe: "Nid ydym byth yn talgrynnu nac yn dyfalu. Ni chedwir gwerth nad yw'n farc, ac mae'r dudalen yn dweud pam. Rhestrwn unrhyw werthoedd nad ydynt yn ffitio. Mae un Dadwneud yn dadwneud y gludo cyfan.",
  },
  absent: {
    title: "Absennol a sero",
    absent: "Ystyr A yw absennol, neu na chyflwynwyd gwaith. Nid yw'r ymgeisydd yn cael marc.",
    zero: "Ystyr 0 yw bod gwaith wedi'i gyflwyno a'i weld, heb ennill marciau.",
    checked: "Ticiwch Gwiriwyd ar gyfer ymgeiswyr absennol hefyd.",
  },
  criteria: {
    title: "Marciau am feini prawf",
    enter:
      "Os yw'r bwrdd yn marcio asesiad yn ôl meini prawf, mae gan bob ymgeisydd flwch ar gyfer pob un. Rydym yn eu hadio. Os nad yw cyfanswm yn cytuno â nhw, mae'r dudalen yn dweud hynny ac ni chedwir dim.",
    printed:
      "Mae'r marciau am feini prawf ar y daflen farciau argraffedig, yr adroddiad, y slipiau marciau, y ffeil i'w llenwi o'r dudalen Uwchlwytho, ffeiliau'r dudalen Argraffu a'r hyn a anfonir at y bwrdd.",
    total:
      "Dim ond y cyfanswm sydd mewn ffeil lled sefydlog o'ch MIS ac mewn diwygiad. Ar ôl diwygiad nid yw'r marciau am feini prawf yn adio i'r marc mwyach, felly fe'u gadewir allan. Maent yn yr hanes o hyd.",
  },
  status: {
    title: "Ystyr y statysau",
    caption: "Statysau taflen farciau",
    status: "Statws",
    means: "Ystyr",
    "not started": "Nid oes gan yr un ymgeisydd farc eto.",
    incomplete: "Mae ymgeisydd heb farc, neu farc heb ei dicio fel un a wiriwyd.",
    ready: "Mae gan bob ymgeisydd farc sydd wedi'i wirio. Gall rhywun â'r rôl “cyflwyno marciau” eu cyflwyno.",
    submitted: "Anfonwyd y marciau ac maent yn cael eu prosesu. Ni ellir eu golygu.",
    confirmed: "Mae'r marciau gan y bwrdd.",
    "in moderation": "Mae'r bwrdd wedi dechrau cymedroli'r marciau. Mae'r dudalen Cymedroli yn dweud gwaith pwy i'w anfon.",
    moderated: "Mae'r cymedroli wedi dod i ben. Mae'r canlyniad ar dudalen Cymedroli'r daflen farciau.",
  },
  deadlines: {
    title: "Dyddiadau cau a chofrestriadau hwyr",
    day: "Mae gennych hyd ddiwedd diwrnod y dyddiad cau, amser y DU. Ar ôl hynny mae'r bwrdd yn dal i dderbyn marciau, ac yn eu cofnodi'n hwyr, nes iddo gau'r ffenestr.",
    more: "Os oes angen rhagor o amser arnoch, gall rhywun â'r rôl “cyflwyno marciau” ofyn am estyniad ar y daflen farciau, o dan y dyddiad cau. Y bwrdd sy'n penderfynu, a gwelwch ei benderfyniad yno.",
    late: "Os bydd y bwrdd yn cofrestru ymgeisydd ar ôl i chi gyflwyno, mae'r daflen farciau'n dweud hynny, a dim ond rhes yr ymgeisydd hwnnw sydd ar agor. Mewnbynnwch, gwiriwch a chyflwynwch y marc. Mae'r bwrdd yn ei gael fel cyflwyniad atodol.",
  },
  after: {
    title: "Ar ôl i chi gyflwyno",
    mistake:
      "Os gwelwch gamgymeriad yn ddiweddarach, gall rhywun â'r rôl “cyflwyno marciau” ddiwygio'r marc o'r daflen farciau. Cyn i'r cymedroli ddechrau, gwneir y newid ar unwaith. Ar ôl hynny, y bwrdd sy'n penderfynu.",
    moderation:
      "Mae'r cymedroli'n dechrau pan fydd pob marc gan y bwrdd. Rydym yn anfon e-bost atoch pan fydd gwaith i'w anfon. Mae tudalen Cymedroli'r daflen farciau yn dweud gwaith pwy i'w anfon ac erbyn pryd, ac yn dangos y canlyniad ar ôl ei ryddhau.",
    lost: "Cofnodwch waith coll neu ystyriaeth arbennig cyn i chi gyflwyno, gyda'r botwm uwchben y rhestr ymgeiswyr.",
  },
  signedOut: {
    title: "Pan gewch eich allgofnodi",
    idle: (minutes, warning) =>
      `Os na fyddwch yn teipio nac yn clicio am ${minutes} munud, byddwn yn eich allgofnodi ac yn cuddio'r dudalen, i gadw'r marciau'n ddiogel. Rhown rybudd ${warning} funud ynghynt, ac mae un botwm yn eich cadw wedi mewngofnodi.`,
    typed:
      "Mae'r marciau a deipioch yn aros ar y dudalen ac, nes i ni eu cadw, ar y cyfrifiadur hwn. Mewngofnodwch eto: byddwch yn dychwelyd i'r un rhes, a chaiff y marciau eu cadw. Os oeddech yn llenwi ffurflen arall, mae mewngofnodi yn agor tab newydd ac mae'r ffurflen yn aros fel y mae.",
    crash:
      "Mae'r un peth yn wir os collir y cysylltiad, os bydd y cyfrifiadur yn methu neu os caeir y ffenestr: mewngofnodwch ar yr un cyfrifiadur o fewn diwrnod.",
    shared:
      "Ni all neb arall sy'n mewngofnodi ar y cyfrifiadur hwn weld eich marciau. Pan fyddwch chi'n allgofnodi, cewch eich allgofnodi ym mhob tab ac nid oes dim o'ch eiddo'n aros ar y cyfrifiadur. Gofynnwn i chi'n gyntaf os oes rhywbeth heb ei gadw.",
  },
  who: {
    title: "Pwy i gysylltu â nhw",
    role: "Am rôl (i fewnbynnu, cyflwyno neu weld marciau): gweinyddwr eich canolfan.",
    submit: "I gael cyflwyno marciau, neu gofrestru ymgeisydd: eich swyddog arholiadau.",
    board: "Am ddyddiad cau, cofrestriad, neu unrhyw beth ar ôl canlyniad y cymedroli: y bwrdd arholi.",
  },
  accessibility: {
    title: "Datganiad hygyrchedd",
    aim: "Dylai pawb allu defnyddio Centremark. Fe'i hadeiladwyd yn ôl Canllawiau Hygyrchedd Cynnwys y We 2.2, lefel AA.",
    tested:
      "Rydym yn profi ei dudalennau ag offer awtomatig. Rydym wedi'u defnyddio â bysellfwrdd yn unig, ar led o 320 picsel (chwyddo 400%), ac â lliwiau cyferbyniad uchel, mewn un porwr (Chromium).",
    not: "Nid ydym eto wedi profi'r tudalennau â darllenydd sgrin, na chyda phobl sy'n dibynnu ar un. Ni fu archwiliad annibynnol. Nid yw siaradwr brodorol wedi adolygu'r Gymraeg eto.",
    print:
      "PDFs wedi'u tagio yw'r adroddiad wedi'i argraffu a'r slipiau marciau. Os ydych yn defnyddio darllenydd sgrin, defnyddiwch nhw yn lle argraffu'r porwr.",
    report:
      "Os oes rhywbeth yn eich rhwystro, cysylltwch â desg gymorth y bwrdd arholi. Dywedwch pa dudalen oedd hi, beth rydych yn ei ddefnyddio, a beth a ddigwyddodd. Gallwch ofyn am wybodaeth mewn fformat arall.",
    made: (day) => `Ysgrifennwyd ar ${day}.`,
  },
};
