// A Welsh speaker has to review these words before release.
import { plural } from "../../i18n/plural";
import type { Alike } from "../../i18n/words";
import type { en } from "./en";

export const cy: Alike<typeof en> = {
  submitted: "Cyflwynwyd y marciau hyn.",
  pages: "Y daflen farciau hon",
  maximum: (mark) => `Marc uchaf ${mark}`,
  deadline: (day, left) => `Dyddiad cau ${day}${left ? ` (${left})` : ""}`,
  gradeFor: (code, title) => `${code} am ${title}`,
  caption: (noun, code) => `${noun}: ${code}`,
  columns: { number: "Rhif", candidate: "Ymgeisydd", group: "Grŵp", checked: "Gwiriwyd", state: "Cyflwr" },
  state: {
    saved: (at) => (at ? `Cadwyd ${at}` : "Cadwyd"),
    "not saved": "Heb ei gadw",
    saving: "Yn cadw…",
    absent: "Absennol",
    zero: "0: gwelwyd gwaith, dim marciau",
    unticked: "Tynnwyd y tic am fod y marc wedi newid",
    ownMark: "Chi a fewnbynnodd y marc hwn, felly rhaid i rywun arall ei wirio",
  },
  problem: {
    "not a mark": (maximum) => `Teipiwch farc cyfan o 0 i ${maximum}, neu A am absennol`,
    "not whole": (maximum) => `Rhifau cyfan yw marciau. Teipiwch farc o 0 i ${maximum}`,
    "over the maximum": (maximum) => `${maximum} yw'r marc uchaf`,
    "not a grade": (grades, absent) => `Teipiwch ${grades}, neu ${absent} am absennol`,
    "nothing to tick": "Rhowch farc, gradd neu absennol cyn ticio Gwiriwyd",
  },
  conflict: {
    saved: (who, mark) => `Cadwodd ${who || "rhywun arall"} ${mark} yn y cyfamser.`,
    empty: "flwch gwag",
    keep: (mark) => `Cadw ${mark}`,
    use: (mark) => `Defnyddio ${mark}`,
    forCandidate: (candidate) => ` ar gyfer ${candidate}`,
    nothing: "gwag",
    checked: (mark) => `${mark}, wedi'i wirio`,
    flagged: (mark) => `${mark}, â baner`,
    flaggedBy: (who) => `Rhoddodd ${who} faner ar y marc hwn yn y cyfamser.`,
  },
  flag: {
    by: (who, moment) => `Baner i edrych eto gan ${who}, ${moment}`,
    own: (moment) => `Baner i edrych eto gennych chi, ${moment}`,
    now: "Baner i edrych eto gennych chi",
    lift: "Tynnu'r faner",
  },
  query: {
    "zero-mark": "Rhoddwyd sero. A oedd yr ymgeisydd yn absennol?",
    "far-from-class": (median) => `Ymhell o'r marciau eraill (canolrif ${median})`,
    "same-as-neighbours": (run) => `Mae gan ${run} ymgeisydd yn olynol y marc hwn`,
  },
  leaveKept: (rows) =>
    plural(rows, {
      one: "Nid yw 1 rhes wedi'i chadw eto. Mae'n aros ar y cyfrifiadur hwn a bydd yma pan ddewch yn ôl. Gadael y dudalen?",
      two: "Nid yw 2 res wedi'u cadw eto. Maent yn aros ar y cyfrifiadur hwn a byddant yma pan ddewch yn ôl. Gadael y dudalen?",
      other: `Nid yw ${rows} rhes wedi'u cadw eto. Maent yn aros ar y cyfrifiadur hwn a byddant yma pan ddewch yn ôl. Gadael y dudalen?`,
    }),
  leave: (rows) =>
    plural(rows, {
      one: "Mae 1 rhes heb ei chadw. Gadael y dudalen a cholli'r hyn a deipiwyd?",
      two: "Mae 2 res heb eu cadw. Gadael y dudalen a cholli'r hyn a deipiwyd?",
      other: `Mae ${rows} rhes heb eu cadw. Gadael y dudalen a cholli'r hyn a deipiwyd?`,
    }),
  noMark: "Dim marc",
  more: (count) => `a ${count} arall`,
  notes: {
    record: "Cofnodi gwaith coll neu ystyriaeth arbennig",
    formerly: (name) => `${name} gynt`,
    movedFrom: (centre) => `Symudodd o ganolfan ${centre}`,
    carriedFrom: (series) => `Dygwyd ymlaen o ${series}`,
    named: { "Lost work": "Gwaith coll", "Special consideration": "Ystyriaeth arbennig" },
  },
  extension: {
    see: "Gweld y cais",
    asked: "Gofynnwyd",
    until: "Hyd ddiwedd",
    reason: "Rheswm",
    decision: "Penderfyniad",
    waits: "Nid yw'r bwrdd wedi penderfynu eto",
    granted: (day) => `Estynnwyd hyd ${day}`,
    declined: "Gwrthodwyd",
    note: "Nodyn y bwrdd",
  },
  declaration: {
    title: "Datganiad",
    version: "2026-1",
    statements: {
      marking: "Mae'r holl waith wedi'i farcio yn unol â meini prawf marcio'r bwrdd.",
      standardisation: "Mae'r safoni mewnol wedi'i gwblhau.",
      reviews: "Cafodd yr ymgeiswyr wybod eu marciau ac mae unrhyw adolygiadau mewnol o'r marcio wedi'u cwblhau.",
    },
    late: "Mae'r dyddiad cau wedi mynd heibio. Bydd y bwrdd yn derbyn y marciau ac yn eu cofnodi'n hwyr.",
    after: "Ar ôl i chi gyflwyno, ni allwch olygu'r marciau. I gywiro un, gofynnwch am ddiwygio marciau'r ganolfan.",
    declare: "Cytunwch â phob gosodiad yn y datganiad",
    noAnswer: "Ni chafwyd ateb. Cyflwynwch eto: ni ellir anfon y marciau ddwywaith.",
  },
  report: {
    ask: "Argraffu'r marciau hyn",
    open: "Agor yr adroddiad (PDF)",
    openDraft: "Agor y drafft (PDF)",
    preparing: "Mae'r adroddiad yn cael ei baratoi…",
    failed: (moment) => `Methodd yr argraffu ar ${moment}. Mae'r marciau'n ddiogel. Os yw'n methu eto, cysylltwch â desg gymorth y bwrdd arholi.`,
  },
  work: {
    note: "Sut yr anfonwyd ef",
    noteHint: "Er enghraifft y cludwr a'i rif olrhain. Gallwch ei adael yn wag.",
  },
  saving: {
    nothing: "Dim i'w gadw.",
    saving: "Yn cadw…",
    unsaved: (rows) => `${rows} heb eu cadw.`,
    all: (at) => `Popeth wedi'i gadw ${at}.`,
    rest: (at) => `Cadwyd y gweddill ${at}.`,
    attention: (rows) => plural(rows, { one: "Mae angen sylw ar 1 rhes.", two: "Mae angen sylw ar 2 res.", other: `Mae angen sylw ar ${rows} rhes.` }),
    offlineKept: (rows) =>
      plural(rows, {
        two: "Dim cysylltiad: 2 farc wedi'u cadw ar y cyfrifiadur hwn, yn ceisio eto.",
        other: `Dim cysylltiad: ${rows} marc wedi'u cadw ar y cyfrifiadur hwn, yn ceisio eto.`,
      }),
    silentKept: (rows) =>
      plural(rows, {
        two: "Dim ateb gan y gwasanaeth: 2 farc wedi'u cadw ar y cyfrifiadur hwn, yn ceisio eto.",
        other: `Dim ateb gan y gwasanaeth: ${rows} marc wedi'u cadw ar y cyfrifiadur hwn, yn ceisio eto.`,
      }),
    silent: (rows) => `Dim ateb gan y gwasanaeth: ${rows} heb eu cadw, yn ceisio eto. Cadwch y dudalen hon ar agor.`,
    signedOutKept: (rows) =>
      plural(rows, {
        two: "Rydych wedi eich allgofnodi: mae 2 farc wedi'u cadw ar y cyfrifiadur hwn. Mewngofnodwch eto i'w cadw yn y gwasanaeth.",
        other: `Rydych wedi eich allgofnodi: mae ${rows} marc wedi'u cadw ar y cyfrifiadur hwn. Mewngofnodwch eto i'w cadw yn y gwasanaeth.`,
      }),
    signedOut: (rows) => `Rydych wedi eich allgofnodi: ${rows} heb eu cadw. Mewngofnodwch eto i'w cadw.`,
    signedOutSaved: "Rydych wedi eich allgofnodi. Nid oes dim yn aros i'w gadw.",
    signedOutOffline: "Nid oes cysylltiad ac rydych wedi eich allgofnodi. Mewngofnodwch eto pan fydd cysylltiad.",
    offline: "Nid oes cysylltiad. Yn ceisio eto.",
    slowed: "Gormod o geisiadau mewn munud. Bydd Centremark yn cadw ohono'i hun o fewn munud.",
    intercepted: "Eich rhwydwaith sy'n ateb, nid Centremark. Cysylltwch â'ch cymorth TG.",
    here: (rows) => plural(rows, { two: "Mae 2 farc wedi'u cadw ar y cyfrifiadur hwn.", other: `Mae ${rows} marc wedi'u cadw ar y cyfrifiadur hwn.` }),
    keepOpen: "Cadwch y dudalen hon ar agor.",
    refused: (why) => `Heb ei gadw. ${why}`,
    goTo: "Mynd i'r cyntaf",
    progress: (entered, checked, all) => `${entered} o ${all} wedi'u mewnbynnu, ${checked} o ${all} wedi'u gwirio`,
  },
  unsent: {
    title: (rows) =>
      plural(rows, {
        one: "Ni anfonwyd 1 marc a deipiwyd gennych",
        two: "Ni anfonwyd 2 farc a deipiwyd gennych",
        other: `Ni anfonwyd ${rows} marc a deipiwyd gennych`,
      }),
    submitted: "Cyflwynwyd y daflen farciau cyn i'r cyfrifiadur hwn allu eu cadw. Mae'r rhesi isod yn dangos yr hyn sydd gan y bwrdd.",
    closed: "Caewyd y rhesi cyn i'r cyfrifiadur hwn allu eu cadw. Mae'r rhesi isod yn dangos y marciau sydd gennym ni.",
    gone: "Newidiodd y bwrdd y cofrestriadau cyn i'r cyfrifiadur hwn allu cadw'r marciau hyn. Tynnwyd yn ôl yr ymgeiswyr nad ydynt ar y daflen hon mwyach.",
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
    notShown: "Nid ydynt wedi'u cynnwys ar y dudalen hon.",
    open: "Agorwch y daflen farciau i ddelio â nhw",
    first: "Cadwch yr hyn y mae'r cyfrifiadur hwn yn ei ddal, neu ei dynnu, cyn i chi gyflwyno. Agorwch y daflen farciau.",
  },
  ticked: "Gwiriwyd",
};
