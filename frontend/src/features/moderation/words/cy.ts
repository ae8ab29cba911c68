// A Welsh speaker has to review these words before release.
import type { Alike } from "../../../i18n/words";
import type { en } from "./en";

export const cy: Alike<typeof en> = {
  title: "Cymedroli",
  notStarted: "Nid yw cymedroli'r marciau hyn wedi dechrau. Bydd yn dechrau pan fydd gan y bwrdd holl farciau eich canolfan ar gyfer yr asesiad hwn.",
  held: "Mae marciau eich canolfan gan y bwrdd. Nid yw eu cymedroli wedi dechrau.",
  started: "Mae'r cymedroli wedi dechrau. Bydd y bwrdd yn gofyn am sampl o waith yn fuan.",
  nobody: "Nid oes angen gwaith gan eich canolfan.",
  together: {
    before: (centres) => `Caiff eich canolfan ei chymedroli gyda ${centres}. Mae'r cymedroli'n dechrau pan fydd gan y bwrdd farciau pob canolfan.`,
    since: (centres) =>
      `Caiff eich canolfan ei chymedroli gyda ${centres}. Mae un sampl ar gyfer yr holl ganolfannau, ac mae pob un yn anfon gwaith ei hymgeiswyr ei hun.`,
  },
  facts: {
    moderator: "Cymedrolwr",
    method: "Sut y cymedrolir y gwaith",
    due: "Anfonwch ef erbyn",
    centres: "Canolfannau a gymedrolir gyda'i gilydd",
    pool: "Y sampl",
  },
  method: { post: "Drwy'r post, i gyfeiriad y cymedrolwr", upload: "Drwy uwchlwytho", visit: "Mae'r cymedrolwr yn ymweld â'ch canolfan" },
  overdue: (day) => `${day}: mae'r diwrnod hwn wedi bod. Anfonwch y gwaith nawr, neu cysylltwch â'r bwrdd`,
  pool: {
    all: (some, all) => `${some} wedi'u tynnu o blith ${all} ymgeisydd`,
    yours: (some, all) => `${some} o ymgeiswyr eich canolfan chi, mewn sampl a dynnwyd o blith ${all} ymgeisydd yn yr holl ganolfannau`,
    theirs: (some, all) => `${some} o ymgeiswyr y ganolfan hon, mewn sampl a dynnwyd o blith ${all} ymgeisydd yn yr holl ganolfannau`,
  },
  label: {
    title: "Label cyfeiriad",
    from: (code, centre) => `${code} · o ganolfan ${centre}`,
    print: "Argraffu'r label",
  },
  sample: {
    title: "Gwaith y mae'r bwrdd wedi gofyn amdano",
    ended: "Gwaith y gofynnodd y bwrdd amdano",
    lead: "Dangoswn pam y dewiswyd pob ymgeisydd. Ni chynhwysir ymgeiswyr absennol nac ymgeiswyr â 0 marc.",
    sent: "Anfonwyd",
    sentFor: (candidate) => `Anfonwyd: ${candidate}`,
    candidate: "Ymgeisydd",
    group: "Grŵp",
    why: "Pam",
    state: "Cyflwr",
    replaces: (candidate) => `Yn lle ${candidate}, y mae ei waith ar goll`,
    all: (count) => `Ticio pob un o'r ${count} sydd heb eu hanfon`,
    none: "Ticiwch yr ymgeiswyr yr anfonwyd eu gwaith",
    send: "Cofnodi fel un a anfonwyd",
  },
  why: {
    highest: "Y marc uchaf",
    lowest: "Y marc isaf",
    drawn: "Dewiswyd i gwmpasu ystod y marciau",
    everyone: "Mae pob ymgeisydd yn y sampl",
    added: "Ychwanegwyd gan y bwrdd",
    replacement: "Yn lle gwaith a gollwyd",
  },
  work: { asked: "I'w anfon", sent: "Anfonwyd", lost: "Ar goll", withdrawn: "Tynnwyd yn ôl" },
  lost: {
    title: "Mae gwaith ar goll",
    lead: "Dywedwch wrth y bwrdd beth ddigwyddodd. Bydd yn gofyn am waith ymgeisydd arall yn ei le, os oes un.",
    candidate: "Gwaith pwy sydd ar goll",
    choose: "Dewiswch ymgeisydd",
    noCandidate: "Dewiswch waith pwy sydd ar goll",
    how: "Beth ddigwyddodd",
    noHow: "Dywedwch beth ddigwyddodd",
    report: "Adrodd am waith a gollwyd",
  },
  outcome: {
    title: "Canlyniad",
    yours: {
      accepted: "Derbyniwyd marciau eich canolfan fel y maent.",
      adjusted: "Addasodd y bwrdd farciau. Dangosir marciau eich canolfan fel y'u cyflwynwyd, wrth ochr rhai'r bwrdd.",
    },
    theirs: {
      accepted: "Derbyniwyd marciau'r ganolfan fel y maent.",
      adjusted: "Addaswyd marciau. Dangosir marciau'r ganolfan fel y'u cyflwynwyd, wrth ochr rhai'r bwrdd.",
    },
    released: (day) => `Rhyddhawyd ${day}.`,
    awaited: (day) => `Gall y ganolfan ei weld o ${day} ymlaen.`,
    caption: "Marciau a addaswyd gan y bwrdd",
    centre: "Marc y ganolfan",
    board: "Marc y bwrdd",
  },
  said: {
    sent: (count) => `Cofnodwyd bod gwaith ${count} ymgeisydd wedi'i anfon.`,
    lost: (candidate) => `Adroddwyd bod gwaith ymgeisydd ${candidate} ar goll.`,
  },
};
