// A Welsh speaker has to review these words before release.
import { plural } from "../plural";
import type { Words } from "../words";

export const outcomes: Words["outcomes"] = {
  scale: { mark: "Marc", grade: "Gradd" },
  absent: "Absennol",
  named: {
    Absent: "Absennol",
    Distinction: "Rhagoriaeth",
    Merit: "Teilyngdod",
    Pass: "Llwyddo",
    "Not classified": "Annosbarthedig",
  },
  status: {
    "not started": "Heb ddechrau",
    incomplete: "Anghyflawn",
    ready: "Barod i'w gyflwyno",
    submitted: "Wedi'i gyflwyno",
    confirmed: "Wedi'i gadarnhau",
    "in moderation": "Yn cael ei gymedroli",
    moderated: "Wedi'i gymedroli",
  },
  candidates: (count) =>
    plural(count, {
      zero: "dim ymgeiswyr",
      two: "2 ymgeisydd",
      other: `${count} ymgeisydd`,
    }),
  yes: "Do",
  no: "Naddo",
};
