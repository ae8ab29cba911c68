// A Welsh speaker has to review these words before release.
import { plural } from "../../../i18n/plural";
import type { Alike } from "../../../i18n/words";
import type { en } from "./en";

export const cy: Alike<typeof en> = {
  title: "Eich asesiadau",
  search: {
    department: "Adran",
    qualification: "Cymhwyster",
    all: "Pob un",
    code: "Cod neu deitl yr asesiad",
    search: "Chwilio",
  },
  glance: {
    ready: (count) => `${count} yn barod i'w ${plural(count, { one: "gyflwyno", other: "cyflwyno" })}`,
    incomplete: (count) => `${count} yn anghyflawn`,
    "not started": (count) => `${count} heb ${plural(count, { one: "ei ddechrau", other: "eu dechrau" })}`,
    submitted: (count) => `${count} wedi'${plural(count, { one: "i gyflwyno", other: "u cyflwyno" })}`,
    confirmed: (count) => `${count} wedi'${plural(count, { one: "i gadarnhau", other: "u cadarnhau" })}`,
    "in moderation": (count) => `${count} yn cael ${plural(count, { one: "ei gymedroli", other: "eu cymedroli" })}`,
    moderated: (count) => `${count} wedi'${plural(count, { one: "i gymedroli", other: "u cymedroli" })}`,
    overdue: (count) => `${count} ar ôl ${plural(count, { one: "ei ddyddiad cau", other: "eu dyddiad cau" })}`,
    "late entries": (count) => `${count} â chofrestriadau hwyr`,
  },
  shown: (some, all) => (some === all ? `${all} asesiad` : `${some} o ${all} asesiad`),
  show: "Dangos",
  all: (count) => `Pob un: ${count}`,
  sort: "Trefnu yn ôl",
  order: { deadline: "Dyddiad cau", code: "Cod", status: "Statws", left: "Y mwyaf ar ôl i'w wneud" },
  together: {
    name: "Pob un a restrir",
    submit: (count) => plural(count, { one: "Cyflwyno'r 1 sy'n barod", other: `Cyflwyno'r ${count} sy'n barod` }),
    print: (count) => plural(count, { one: "Argraffu 1 daflen farciau neu ei slipiau", other: `Argraffu ${count} taflen farciau neu slipiau` }),
    progress: "Adroddiad cynnydd",
  },
  noMatch: "Nid oes asesiad yn cyfateb. Gwiriwch yr hyn a deipiwyd gennych, neu dewiswch Pob un.",
  noEntries: "Nid oes gan y bwrdd gofrestriadau ar gyfer eich canolfan yn y gyfres hon eto. Byddant yn ymddangos yma cyn gynted ag y bydd.",
  list: {
    caption: "Asesiadau",
    assessment: "Asesiad",
    deadline: "Dyddiad cau",
    marks: "Marciau",
    entered: (some, all) => `mewnbynnwyd ${some} o ${all}`,
    checked: (some, all) => `gwiriwyd ${some} o ${all}`,
    status: "Statws",
    next: "Nesaf",
  },
  overdue: "Yn hwyr: fe'u derbynnir o hyd",
  lateEntries: (count) =>
    plural(count, {
      one: "1 cofrestriad hwyr: ei farc heb ei gyflwyno eto",
      other: `${count} cofrestriad hwyr: eu marciau heb eu cyflwyno eto`,
    }),
  closed: "Ar gau: dim rhagor o farciau",
  missing: {
    mark: (count) => `${count} heb farc`,
    grade: (count) => `${count} heb radd`,
    check: (count) => `${count} heb ${plural(count, { one: "ei wirio", other: "eu gwirio" })}`,
  },
  next: {
    enter: "Mewnbynnu marciau",
    check: "Gwirio marciau",
    submit: "Adolygu a chyflwyno",
    wait: "Gweld y cyflwyniad",
    keep: "Gweld ac argraffu",
    send: "Anfon y sampl",
    work: "Anfon y gwaith y gofynnwyd amdano",
    outcome: "Gweld y canlyniad",
  },
  after: {
    send: (count, day) => `${count} i'w hanfon erbyn ${day}`,
    work: (day) => `Gwaith ar gyfer diwygiad i'w anfon erbyn ${day}`,
    waits: (count) => plural(count, { one: "1 diwygiad: dim penderfyniad eto", other: `${count} diwygiad: dim penderfyniad eto` }),
    outcome: (day) => `Rhyddhawyd y canlyniad ${day}`,
  },
  ask: {
    enter: (who) => `Gofynnwch i ${who} fewnbynnu marciau`,
    check: (who) => `Gofynnwch i ${who} wirio marciau`,
    submit: (who) => `Gofynnwch i ${who} gyflwyno`,
    send: (who) => `Gofynnwch i ${who} anfon y gwaith`,
  },
  nobody: { enter: "rywun â'r rôl “mewnbynnu marciau”", submit: "rywun â'r rôl “cyflwyno marciau”" },
  change: "Newid marciau",
  see: "Gweld marciau",
  incomplete: "Adolygu'r hyn sy'n anghyflawn",
  more: "Rhagor",
  forCode: (code) => `ar gyfer ${code}`,
};
