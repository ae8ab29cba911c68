// A Welsh speaker has to review these words before release.
import { plural } from "../plural";
import type { Words } from "../words";

export const shell: Words["shell"] = {
  tooLong: (over) => `Mae hyn ${over} nod yn rhy hir. Byrhewch ef.`,
  service: "Centremark",
  skip: "Neidio i'r prif gynnwys",
  menuName: "Gwaith cwrs a phrofion",
  menuButton: "Dewislen",
  yourCentre: "Eich canolfan",
  menu: {
    enter: "Mewnbynnu marciau/graddau gwaith cwrs",
    submit: "Mewnbynnu a chyflwyno marciau/graddau gwaith cwrs",
    upload: "Uwchlwytho marciau",
    submitted: "Gweld marciau/graddau gwaith cwrs a gyflwynwyd",
    board: "Bwrdd arholi",
    help: "Cymorth",
  },
  footer: "Am y gwasanaeth hwn",
  accessibility: "Datganiad hygyrchedd",
  languageFailed: "Nid oedd modd newid yr iaith. Gwiriwch eich cysylltiad, yna rhowch gynnig arall arni.",
  centre: "Canolfan",
  signIn: "Mewngofnodi",
  signOut: "Allgofnodi",
  signOutLoses: {
    held: (rows) =>
      plural(rows, {
        one: "Nid yw 1 marc ar y cyfrifiadur hwn wedi'i gadw:",
        two: "Nid yw 2 farc ar y cyfrifiadur hwn wedi'u cadw:",
        other: `Nid yw ${rows} marc ar y cyfrifiadur hwn wedi'u cadw:`,
      }),
    ask: "Allgofnodi a'u colli?",
  },
  welcome: {
    title: "Anfon marciau eich canolfan at y bwrdd",
  },
  expired: {
    title: "Rydych wedi cael eich allgofnodi i gadw'r marciau'n ddiogel.",
    advice: "Bydd yr hyn a welwch yn aros fel y mae nes i chi adael y dudalen. Mewngofnodwch eto i'w gadw.",
    elsewhere: "Agorwyd tab newydd. Mewngofnodwch yno, yna dewch yn ôl i'r tab hwn. Bydd yr hyn a deipiwyd gennych yma yn aros.",
    signIn: "Mewngofnodi eto",
  },
  noCentre: {
    title: "Nid ydych yn perthyn i ganolfan",
    advice:
      "Rydych wedi mewngofnodi, ond nid oes canolfan yn rhoi rôl i chi, neu nid yw'n gwneud hynny mwyach. Gofynnwch i weinyddwr eich canolfan, yna rhowch gynnig arall arni.",
  },
  unreachable: {
    title: "Ni ellir cyrraedd Centremark",
    advice: "Gwiriwch eich cysylltiad.",
    byItself: "Mae'r dudalen hon yn dal i geisio'n awtomatig.",
    urgent: "Os yw dyddiad cau'n agos, ffoniwch y bwrdd arholi.",
    held: (rows) =>
      plural(rows, {
        one: "Nid yw 1 marc a deipiwyd ar y cyfrifiadur hwn wedi'i gadw eto. Mae yma o hyd, a chaiff ei gadw pan fydd ei daflen farciau ar agor a'r cysylltiad yn ôl.",
        two: "Nid yw 2 farc a deipiwyd ar y cyfrifiadur hwn wedi'u cadw eto. Maent yma o hyd, a chânt eu cadw pan fydd y daflen farciau ar agor a'r cysylltiad yn ôl.",
        other: `Nid yw ${rows} marc a deipiwyd ar y cyfrifiadur hwn wedi'u cadw eto. Maent yma o hyd, a chânt eu cadw pan fydd y daflen farciau ar agor a'r cysylltiad yn ôl.`,
      }),
  },
  leftOffline: {
    title: "Rydych wedi allgofnodi ar y cyfrifiadur hwn",
    advice:
      "Nid oes cysylltiad, felly nid yw ein system fewngofnodi'n gwybod eto. Cadwch y dudalen hon ar agor: pan ddaw'r cysylltiad yn ôl bydd yn eich allgofnodi yno hefyd. Os na allwch aros, caewch y porwr.",
  },
  notFound: {
    title: "Heb ddod o hyd i'r dudalen",
    advice: "Os teipioch y cyfeiriad, gwiriwch ei fod yn gywir. Os dilynoch ddolen, efallai bod y dudalen wedi symud.",
    home: "Mynd i'ch asesiadau",
  },
  newVersion: { title: "Mae fersiwn newydd yn barod.", load: "Llwytho'r fersiwn newydd nawr" },
  notShown: "Ni ellir dangos y dudalen hon nawr",
  people: {
    or: (some, last) => `${some} neu ${last}`,
    others: (count) => `${count} arall`,
  },
  board: "y bwrdd arholi",
  contact: (board, contact) =>
    contact ? `Os oes angen cymorth arnoch, cysylltwch â ${board}: ${contact}.` : `Os oes angen cymorth arnoch, cysylltwch â ${board}.`,
  runBy: (board, contact) => [`Un o wasanaethau ${board}`, contact].filter(Boolean).join(". "),
  slow: "Mae hyn yn cymryd mwy o amser nag arfer. Efallai bod eich cysylltiad yn araf.",
  loading: "Wrthi'n llwytho…",
  save: "Cadw",
  cancel: "Canslo",
  again: "Rhoi cynnig arall arni",
  error: (title) => `Gwall: ${title}`,
};
