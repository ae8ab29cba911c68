// A Welsh speaker has to review these words before release.
import { plural } from "../plural";
import type { Words } from "../words";

export const dates: Words["dates"] = {
  months: ["Ionawr", "Chwefror", "Mawrth", "Ebrill", "Mai", "Mehefin", "Gorffennaf", "Awst", "Medi", "Hydref", "Tachwedd", "Rhagfyr"],
  moment: (day, clock) => `${day} am ${clock}`,
  opens: (day) => `yn agor ${day}`,
  closed: "ar gau",
  passed: "mae'r dyddiad cau wedi mynd heibio",
  today: "i'w gyflwyno heddiw",
  left: (days) =>
    plural(days, {
      one: "1 diwrnod ar ôl",
      two: "2 ddiwrnod ar ôl",
      other: `${days} diwrnod ar ôl`,
    }),
  by: (moment, name) => `${moment} gan ${name}`,
  windowNotOpen: (day) => `Mae'r bwrdd yn derbyn y marciau hyn o ${day} ymlaen.`,
  extension: {
    waits: (day) => `Gofynnwyd am estyniad hyd ${day}. Nid yw'r bwrdd wedi penderfynu eto`,
    granted: (day) => `Estynnwyd hyd ${day}`,
    declined: (day, note) => `Gwrthodwyd estyniad hyd ${day}${note ? `: ${note}` : ""}`,
  },
};
