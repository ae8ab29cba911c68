// A Welsh speaker has to review these words before release.
import { plural } from "../plural";
import type { Words } from "../words";

export const home: Words["home"] = {
  title: "Eich asesiadau",
  search: {
    series: "Cyfres",
    qualification: "Cymhwyster",
    all: "Pob un",
    code: "Cod yr asesiad",
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
    lateEntries: (count) => `${count} â chofrestriadau hwyr`,
    nearest: (day, left) => `y dyddiad cau agosaf yw ${day}, ${left}`,
  },
  noMatch: "Nid oes asesiad yn cyfateb. Gwiriwch y cod, neu gadewch ef yn wag i'w gweld i gyd.",
  noEntries: "Nid oes gan y bwrdd gofrestriadau ar gyfer eich canolfan yn y gyfres hon eto. Byddant yn ymddangos yma cyn gynted ag y bydd.",
  list: {
    caption: "Asesiadau, y dyddiad cau agosaf yn gyntaf",
    assessment: "Asesiad",
    deadline: "Dyddiad cau",
    entered: "Mewnbynnwyd",
    checked: "Gwiriwyd",
    status: "Statws",
    next: "Nesaf",
    of: (some, all) => `${some} o ${all}`,
  },
  overdue: "Yn hwyr: fe'u derbynnir, ond fe'u nodir yn hwyr",
  lateEntries: (count) =>
    plural(count, {
      one: "1 cofrestriad hwyr: ei farc heb ei gyflwyno eto",
      other: `${count} cofrestriad hwyr: eu marciau heb eu cyflwyno eto`,
    }),
  closed: "Ar gau: nid yw'r bwrdd yn derbyn rhagor o farciau",
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
  },
  ask: {
    enter: (who) => `Gofynnwch i ${who} fewnbynnu marciau`,
    check: (who) => `Gofynnwch i ${who} wirio marciau`,
    submit: (who) => `Gofynnwch i ${who} gyflwyno`,
  },
  nobody: { enter: "rywun â'r rôl “mewnbynnu marciau”", submit: "rywun â'r rôl “cyflwyno marciau”" },
  change: "Newid marciau",
  see: "Gweld marciau",
  incomplete: "Adolygu'r hyn sy'n anghyflawn",
  forCode: (code) => `ar gyfer ${code}`,
};
