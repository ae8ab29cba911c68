// A Welsh speaker has to review these words before release.
import { plural } from "../../../i18n/plural";
import type { Alike } from "../../../i18n/words";
import type { en } from "./en";

export const cy: Alike<typeof en> = {
  title: "Gwerth ail olwg",
  board: "Patrymau anarferol yn y marciau gyda'i gilydd. Nid ydynt yn atal dim, a gall fod rheswm da dros bob un.",
  failed: "Nid oedd modd edrych ar y marciau gyda'i gilydd am batrymau anarferol. Nid yw hyn yn atal dim.",
  again: "Edrych eto",
  equal: (count, mark) => `${mark} yw pob un o'r ${count} marc.`,
  higher: (percent, series) => `Mae'r cymedr yn uwch nag un y ganolfan yng nghyfres ${series}, o ${percent}% o'r uchafswm.`,
  lower: (percent, series) => `Mae'r cymedr yn is nag un y ganolfan yng nghyfres ${series}, o ${percent}% o'r uchafswm.`,
  order: (count, series, correlation) =>
    `Mae gan ${count} ymgeisydd farc yng nghyfres ${series} hefyd, a phrin bod eu trefn yno'n cytuno â'r drefn nawr (cydberthyniad rhestrol ${correlation}).`,
  bunched: (above, below, lowest, grade, times) =>
    `${marks(above)} o ${lowest} neu ${lowest + 1} yn erbyn ${below} o ${lowest - 2} neu ${lowest - 1}, a ${lowest} oedd y marc isaf ar gyfer gradd ${grade} mewn cyfres gynharach: mae siawns yn rhoi rhaniad fel hwn unwaith ym mhob ${times} tro ar y mwyaf.`,
  bunchedThroughout: (above, below, times) =>
    `${marks(above)} ar farc isaf gradd mewn cyfres gynharach neu un yn uwch, yn erbyn ${below} sydd un neu ddau yn is: mae siawns yn rhoi rhaniad fel hwn unwaith ym mhob ${times} tro ar y mwyaf.`,
};

function marks(count: number): string {
  return plural(count, { one: "1 marc", two: "2 farc", other: `${count} marc` });
}
