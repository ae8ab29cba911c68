// A Welsh speaker has to review these words before release.
import { plural } from "../../../../i18n/plural";
import type { Alike } from "../../../../i18n/words";
import type { en } from "./en";

export const cy: Alike<typeof en> = {
  title: "Gwerth ail olwg",
  board: "Patrymau anarferol yn y marciau gyda'i gilydd. Nid ydynt yn atal dim, a gall fod rheswm da am bob un.",
  failed: "Nid oedd modd gwirio'r marciau am batrymau anarferol. Nid yw hyn yn atal dim.",
  again: "Edrych eto",
  equal: (count, mark) => `${mark} yw pob un o'r ${count} marc.`,
  higher: (percent, series) => `Mae'r cymedr yn uwch na chymedr y ganolfan yng nghyfres ${series}, o ${percent}% o'r marc uchaf.`,
  lower: (percent, series) => `Mae'r cymedr yn is na chymedr y ganolfan yng nghyfres ${series}, o ${percent}% o'r marc uchaf.`,
  order: (count, series) => `Mae gan ${count} ymgeisydd farc yng nghyfres ${series} hefyd. Mae eu trefn yno'n wahanol iawn i'w trefn nawr.`,
  bunched: (above, below, lowest, grade, times) =>
    `${marks(above)} o ${lowest} neu ${lowest + 1}, ond dim ond ${below} o ${lowest - 2} neu ${lowest - 1}. Mewn cyfres gynharach ${lowest} oedd y marc isaf ar gyfer gradd ${grade}. Mae rhaniad fel hwn yn digwydd ar hap unwaith ym mhob ${times} tro ar y mwyaf.`,
  bunchedThroughout: (above, below, times) =>
    `${marks(above)} ar farc isaf gradd mewn cyfres gynharach, neu 1 yn uwch, ond dim ond ${below} sydd 1 neu 2 yn is. Mae rhaniad fel hwn yn digwydd ar hap unwaith ym mhob ${times} tro ar y mwyaf.`,
};

function marks(count: number): string {
  return plural(count, { one: "1 marc", two: "2 farc", other: `${count} marc` });
}
