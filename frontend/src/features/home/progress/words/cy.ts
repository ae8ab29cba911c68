// A Welsh speaker has to review these words before release.
import type { Alike } from "../../../../i18n/words";
import type { en } from "./en";

export const cy: Alike<typeof en> = {
  title: "Adroddiad cynnydd",
  asOf: (moment, name) => `Fel yr oedd ar ${moment}, i ${name}.`,
  print: "Argraffu'r dudalen hon",
  csv: "Lawrlwytho CSV",
  back: "Yn ôl i'ch asesiadau",
  none: "Nid oes asesiad yn cyfateb.",
  noDepartment: "Heb adran",
  noDepartments: "Gall gweinyddwr eich canolfan grwpio cymwysterau yn adrannau. Yna bydd gan yr adroddiad gyfansymiau ar gyfer pob un.",
  departments: "Adrannau",
  everything: "Pob un",
  submitted: (some, all) => `${some} o ${all} wedi'u cyflwyno`,
  columns: {
    department: "Adran",
    assessment: "Asesiad",
    code: "Cod yr asesiad",
    title: "Teitl",
    qualification: "Cymhwyster",
    candidates: "Ymgeiswyr",
    entered: "Mewnbynnwyd",
    checked: "Gwiriwyd",
    status: "Statws",
    submitted: "Cyflwynwyd",
    deadline: "Dyddiad cau",
    left: "Diwrnodau ar ôl",
    responsible: "Yn gyfrifol",
  },
};
