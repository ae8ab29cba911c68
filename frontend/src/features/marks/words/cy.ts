// A Welsh speaker has to review these words before release.
import { plural } from "../../../i18n/plural";
import type { Alike } from "../../../i18n/words";
import type { en } from "./en";

export const cy: Alike<typeof en> = {
  lateEntries: {
    told: (count) =>
      plural(count, {
        one: "Cofrestrwyd 1 ymgeisydd ar ôl i chi gyflwyno. Mae angen i chi gyflwyno ei farc o hyd:",
        other: `Cofrestrwyd ${count} ymgeisydd ar ôl i chi gyflwyno. Mae angen i chi gyflwyno eu marciau o hyd:`,
      }),
    rest: "Mae'r marciau eraill i gyd gyda'r bwrdd ac wedi'u cloi.",
    locked: "Cyflwynwyd: gofynnwch am ddiwygiad i'w gywiro",
  },
  viewOnly: "Gallwch weld y marciau hyn. I'w mewnbynnu, gofynnwch i weinyddwr eich canolfan am y rôl “mewnbynnu marciau”.",
  helpMarks: (maximum) =>
    `Teipiwch farc o 0 i ${maximum} a phwyso Enter. Mae 0 yn golygu bod gwaith wedi'i weld heb ennill marciau; teipiwch A am absennol neu ddim gwaith. Gludwch golofn o daenlen. Caiff y marciau eu cadw'n awtomatig.`,
  helpGrades: (grades, absent) =>
    `Teipiwch ${grades}, neu ${absent} am absennol, a phwyso Enter. Gludwch golofn o daenlen. Caiff y graddau eu cadw'n awtomatig.`,
  helpKeys: "Mae Ctrl+K yn canfod ymgeisydd.",
  boxFor: (noun, candidate) => `${noun} ar gyfer ${candidate}`,
  checkedFor: (candidate) => `Gwiriwyd ${candidate}`,
  nobody: "Nid oes ymgeisydd wedi'i gofrestru ar gyfer yr asesiad hwn.",
  noneFound: "Nid oes ymgeiswyr i'w dangos yma. Dewiswch Pob ymgeisydd i weld y gweddill.",
  none: "Dim",
  memo: {
    label: "Beth ddylid edrych arno?",
    hint: "Mae'ch cydweithwyr yn ei weld wrth Wirio, wrth ymyl yr ymgeisydd, nes iddo gael ei ddatrys. Nid yw'n cael ei anfon at y bwrdd.",
    save: "Cadw'r nodyn",
    remove: "Dileu'r nodyn",
  },
  more: {
    column: "Mwy",
    button: (candidate) => `Mwy ar gyfer ${candidate}`,
    flag: "Nodi i edrych arno eto",
  },
  find: {
    label: "Canfod",
    hint: "Rhif neu enw",
    all: (candidate) => `Dangosir pob ymgeisydd, er mwyn canfod ${candidate}.`,
    none: (typed) => `Nid oes ymgeisydd “${typed}” yma.`,
  },
  order: { label: "Trefn", number: "Yn ôl rhif", name: "Yn ôl enw" },
  tools: "Mwy",
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
    jump: "Mynd i dudalen",
    from: (page, first, last) => `${page}: ${first} i ${last}`,
    at: (page, pages) => `Tudalen ${page} o ${pages}`,
    all: "Dangos y cyfan",
    fifty: "Dangos 50 y dudalen",
  },
  paste: {
    open: "Gludo o daenlen",
    changing: (count) => `${count} yn newid marc sydd yno eisoes`,
    carried: (count) => `${count} wedi'i ddwyn ymlaen ac yn aros fel y mae`,
    did: (count, candidate) => plural(count, { two: `Gludwyd 2 farc o ymgeisydd ${candidate}.`, other: `Gludwyd ${count} marc o ymgeisydd ${candidate}.` }),
    attention: (count) => `Mae angen sylw ar ${count}.`,
    leftOver: (count, values) => plural(count, { two: `Nid oedd lle i 2 werth: ${values}.`, other: `Nid oedd lle i ${count} gwerth: ${values}.` }),
    left: (count) => `Anwybyddwyd ${count} o gelloedd gwag.`,
    undo: "Dadwneud",
    undone: "Dadwnaed.",
  },
  clear: {
    button: "Clirio'r marciau a ddangosir",
    ask: (count) => plural(count, { one: "Clirio'r 1 marc a ddangosir?", two: "Clirio'r 2 farc a ddangosir?", other: `Clirio'r ${count} marc a ddangosir?` }),
    undo: "Gallwch ddadwneud hyn nes i chi ludo neu glirio eto, neu adael y dudalen hon. Caiff y ticiau a'r baneri eu clirio hefyd, ac ni ellir eu hadfer ar ôl i'r rhesi gael eu cadw.",
    submitted: (count) =>
      plural(count, {
        one: "Mae 1 marc wedi'i gyflwyno ac yn aros fel y mae.",
        two: "Mae 2 farc wedi'u cyflwyno ac yn aros fel y maent.",
        other: `Mae ${count} marc wedi'u cyflwyno ac yn aros fel y maent.`,
      }),
    carried: (count) =>
      plural(count, {
        one: "Mae 1 marc wedi'i ddwyn ymlaen ac yn aros fel y mae.",
        two: "Mae 2 farc wedi'u dwyn ymlaen ac yn aros fel y maent.",
        other: `Mae ${count} marc wedi'u dwyn ymlaen ac yn aros fel y maent.`,
      }),
    yes: (count) => plural(count, { two: "Clirio 2 farc", other: `Clirio ${count} marc` }),
    nothing: "Ni ellir clirio unrhyw farc a ddangosir yma.",
    did: (count) => plural(count, { two: "Cliriwyd 2 farc.", other: `Cliriwyd ${count} marc.` }),
  },
  absent: (candidate) => `Mae ymgeisydd ${candidate} yn absennol.`,
  onPaper: (shown, all) => `Mae'r print hwn yn dangos ${shown} o ${all} ymgeisydd. I argraffu pob marc, defnyddiwch Argraffu ar frig y dudalen.`,
  carried: "Dygodd y bwrdd y marc hwn ymlaen, felly ni allwch ei newid",
};
