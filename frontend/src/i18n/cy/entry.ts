// A Welsh speaker has to review these words before release.
import type { Words } from "../words";
import { plural } from "../plural";

export const entry: Words["entry"] = {
  deadline: (day, left) => `Dyddiad cau ${day}${left ? ` (${left})` : ""}`,
  maximum: (mark) => `Marc uchaf ${mark}`,
  submitted: "Cyflwynwyd y marciau hyn.",
  seeSubmission: "Gweld y cyflwyniad",
  lateEntries: {
    told: (count) =>
      plural(count, {
        one: "Cofrestrwyd 1 ymgeisydd ar ôl i chi gyflwyno. Mae ei farc heb ei anfon eto:",
        other: `Cofrestrwyd ${count} ymgeisydd ar ôl i chi gyflwyno. Mae eu marciau heb eu hanfon eto:`,
      }),
    rest: "Mae'r marciau eraill i gyd gyda'r bwrdd ac wedi'u cloi.",
    locked: "Cyflwynwyd: drwy ddiwygiad y gwneir cywiriad",
  },
  windowNotOpen: (day) => `Mae'r bwrdd yn derbyn y marciau hyn o ${day} ymlaen.`,
  viewOnly: "Gallwch weld y marciau hyn. I'w mewnbynnu, gofynnwch i weinyddwr eich canolfan am y rôl mewnbynnu marciau.",
  helpMarks: (maximum) =>
    `Teipiwch farc o 0 i ${maximum} a phwyso Enter. Mae 0 yn golygu bod gwaith wedi'i weld heb ennill marciau; teipiwch A am absennol neu ddim gwaith. Gludwch golofn o daenlen. Mae'r marciau'n eu cadw eu hunain wrth i chi fynd.`,
  helpGrades: (grades, absent) =>
    `Teipiwch ${grades}, neu ${absent} am absennol, a phwyso Enter. Gludwch golofn o daenlen. Mae'r graddau'n eu cadw eu hunain wrth i chi fynd.`,
  gradeFor: (code, title) => `${code} am ${title}`,
  caption: (noun, code) => `${noun}: ${code}`,
  columns: { number: "Rhif", candidate: "Ymgeisydd", group: "Grŵp", checked: "Gwiriwyd", state: "Cyflwr" },
  boxFor: (noun, candidate) => `${noun} ar gyfer ${candidate}`,
  checkedFor: (candidate) => `Gwiriwyd ${candidate}`,
  nobody: "Nid oes ymgeisydd wedi'i gofrestru ar gyfer yr asesiad hwn.",
  noneFound: "Nid oes ymgeisydd ar ôl yma. Dewiswch Pob ymgeisydd i weld y gweddill.",
  none: "Dim",
  yes: "Do",
  no: "Naddo",
  ticked: "Gwiriwyd",
  filter: {
    label: "Dangos",
    all: "Pob ymgeisydd",
    empty: "Heb farc",
    problems: "Â phroblem",
    "not checked": "Heb eu gwirio",
    flagged: "Â baner",
    group: (group) => `Grŵp ${group}`,
  },
  pages: {
    label: "Tudalennau'r daflen farciau",
    previous: "Tudalen flaenorol",
    next: "Tudalen nesaf",
    at: (page, pages) => `Tudalen ${page} o ${pages}`,
    all: "Dangos y cyfan",
    fifty: "Dangos 50 y dudalen",
  },
  links: {
    submit: "Adolygu a chyflwyno",
    check: "Modd gwirio",
    print: "Argraffu neu lawrlwytho",
    upload: "Uwchlwytho neu lawrlwytho marciau",
    history: "Pwy newidiodd beth",
  },
  state: {
    saved: (at) => (at ? `Cadwyd ${at}` : "Cadwyd"),
    "not saved": "Heb ei gadw",
    saving: "Yn cadw…",
    absent: "Absennol",
    zero: "0: gwelwyd gwaith, dim marciau",
    unticked: "Tynnwyd y tic Gwiriwyd am fod y marc wedi newid",
    ownMark: "Chi a fewnbynnodd y marc hwn, felly rhywun arall sy'n ei dicio",
  },
  problem: {
    "not a mark": (maximum) => `Teipiwch farc cyfan o 0 i ${maximum}, neu A am absennol`,
    "not whole": (maximum) => `Mae marciau'n gyfan. Teipiwch farc o 0 i ${maximum}`,
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
  },
  query: {
    "zero-mark": "Sero: ai absennol ydyw?",
    "far-from-class": (median) => `Ymhell o'r lleill: mae gan eu hanner ${median} neu lai`,
    "same-as-neighbours": (run) => `Mae gan ${run} ymgeisydd yn olynol y marc hwn`,
  },
  bar: { save: "Cadw" },
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
  paste: {
    open: "Gludo o daenlen",
    changing: (count) => `${count} yn newid marc sydd yno eisoes`,
    carried: (count) => `${count} wedi'i ddwyn ymlaen ac yn aros fel y mae`,
    cancel: "Canslo",
    did: (count, candidate) =>
      plural(count, { two: `Gludwyd 2 farc o ymgeisydd ${candidate}.`, other: `Gludwyd ${count} marc o ymgeisydd ${candidate}.` }),
    attention: (count) => `Mae angen sylw ar ${count}.`,
    leftOver: (count, values) => plural(count, { two: `Nid oedd lle i 2 werth: ${values}.`, other: `Nid oedd lle i ${count} gwerth: ${values}.` }),
    left: (count) => `${count} o gelloedd gwag heb newid eu rhesi.`,
    undo: "Dadwneud",
    undone: "Dadwnaed.",
  },
  clear: {
    button: "Clirio'r marciau a ddangosir",
    ask: (count) => plural(count, { one: "Clirio'r 1 marc a ddangosir?", two: "Clirio'r 2 farc a ddangosir?", other: `Clirio'r ${count} marc a ddangosir?` }),
    undo: "Gallwch ddadwneud hyn nes i chi ludo neu glirio eto, neu adael y dudalen hon. Mae'r ticiau o dan Gwiriwyd a'r baneri yn mynd hefyd, ac ni roddir hwy yn ôl ar ôl i'r rhesi gael eu cadw.",
    submitted: (count) =>
      plural(count, { one: "Mae 1 marc wedi'i gyflwyno ac yn aros fel y mae.", two: "Mae 2 farc wedi'u cyflwyno ac yn aros fel y maent.", other: `Mae ${count} marc wedi'u cyflwyno ac yn aros fel y maent.` }),
    carried: (count) =>
      plural(count, { one: "Mae 1 marc wedi'i ddwyn ymlaen ac yn aros fel y mae.", two: "Mae 2 farc wedi'u dwyn ymlaen ac yn aros fel y maent.", other: `Mae ${count} marc wedi'u dwyn ymlaen ac yn aros fel y maent.` }),
    yes: (count) => plural(count, { two: "Clirio 2 farc", other: `Clirio ${count} marc` }),
    nothing: "Ni ellir clirio unrhyw farc a ddangosir yma.",
    did: (count) => plural(count, { two: "Cliriwyd 2 farc.", other: `Cliriwyd ${count} marc.` }),
  },
};
