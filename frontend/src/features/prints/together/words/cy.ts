// A Welsh speaker has to review these words before release.
import { plural } from "../../../../i18n/plural";
import type { Alike } from "../../../../i18n/words";
import type { en } from "./en";

export const cy: Alike<typeof en> = {
  title: "Argraffu taflenni marciau a slipiau",
  back: "Yn ôl i'ch asesiadau",
  none: "Nid oes asesiad yn cyfateb, felly nid oes dim i'w argraffu.",
  which: (some, all) => `${some} o ${all} wedi'u dewis`,
  all: "Dewis pob un",
  nothing: "Peidio â dewis yr un",
  papers: {
    title: "Taflenni marciau ar bapur",
    what: "Mae pob taflen farciau yn dechrau ar dudalen newydd. Argreffir marciau nad ydynt wedi'u cyflwyno fel drafft.",
    print: (count) => plural(count, { one: "Argraffu 1 daflen farciau", other: `Argraffu ${count} taflen farciau` }),
    reading: (some, all) => `Yn darllen y marciau: ${some} o ${all}`,
  },
  slips: {
    what: "Un slip i bob ymgeisydd, mewn PDF ar gyfer pob taflen farciau. Rhowch nhw i'r ymgeiswyr cyn cyflwyno'r marciau.",
    make: (count) => plural(count, { one: "Gwneud slipiau 1 daflen farciau", other: `Gwneud slipiau ${count} taflen farciau` }),
    failed: "Methodd yr argraffu. Mae'r marciau'n ddiogel.",
  },
};
