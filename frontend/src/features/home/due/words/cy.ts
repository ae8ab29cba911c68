// A Welsh speaker has to review these words before release.
import { plural } from "../../../../i18n/plural";
import type { Alike } from "../../../../i18n/words";
import type { en } from "./en";

export const cy: Alike<typeof en> = {
  title: "Beth sydd i'w wneud",
  now: "Nawr",
  you: "Chi",
  askedFor: "aeth dyddiad eich canolfan heibio",
  groups: (count, names) => `${count === 1 ? "grŵp" : "grwpiau"} ${names}`,
  nobody: "Nid oes gan neb y rôl eto",
  all: (count) => `Dangos pob un o'r ${count}`,
  mail: "Gweld pam y daeth ebost atoch yn ôl",
  roles: (count) =>
    count === 1 ? "Rhoi neu wrthod y rôl y mae cydweithiwr yn gofyn amdani" : `Rhoi neu wrthod y ${count} rôl y mae cydweithwyr yn gofyn amdanynt`,
  mark: (count) => plural(count, { one: "1 marc", other: `${count} marc` }),
  grade: (count) => plural(count, { one: "1 radd", other: `${count} gradd` }),
  what: {
    enter: (marks) => `Mewnbynnu ${marks}`,
    check: (marks) => `Gwirio ${marks}`,
    submit: (marks) => `Cyflwyno ${marks}`,
    late: (marks) => `Anfon ${marks} cofrestriadau hwyr`,
    send: (candidates) => `Anfon gwaith ${candidates}`,
    work: "Anfon y gwaith y gofynnodd y bwrdd amdano",
    outcome: "Darllen canlyniad y cymedroli",
    granted: "Rhoddodd y bwrdd estyniad",
    declined: "Gwrthododd y bwrdd estyniad",
  },
  nothing: (day, code, left) => `Nid oes dim i'w wneud yn y 2 wythnos nesaf. Y dyddiad cau nesaf yw ${day} (${code}), ${left}.`,
  nothingMore: "Nid oes dim i'w wneud.",
};
