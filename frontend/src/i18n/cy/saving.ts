// A Welsh speaker has to review these words before release.
import { plural } from "../plural";
import type { Alike } from "../words";
import type { saving as en } from "../en/saving";

export const saving: Alike<typeof en> = {
  nothing: "Dim i'w gadw.",
  saving: "Yn cadw…",
  unsaved: (rows) => `${rows} heb eu cadw.`,
  all: (at) => `Popeth wedi'i gadw ${at}.`,
  rest: (at) => `Cadwyd y gweddill ${at}.`,
  attention: (rows) =>
    plural(rows, { one: "Mae angen sylw ar 1 rhes.", two: "Mae angen sylw ar 2 res.", other: `Mae angen sylw ar ${rows} rhes.` }),
  offlineKept: (rows) =>
    plural(rows, {
      two: "Dim cysylltiad: 2 farc wedi'u cadw ar y cyfrifiadur hwn, yn ceisio eto.",
      other: `Dim cysylltiad: ${rows} marc wedi'u cadw ar y cyfrifiadur hwn, yn ceisio eto.`,
    }),
  silentKept: (rows) =>
    plural(rows, {
      two: "Dim ateb gan y gwasanaeth: 2 farc wedi'u cadw ar y cyfrifiadur hwn, yn ceisio eto.",
      other: `Dim ateb gan y gwasanaeth: ${rows} marc wedi'u cadw ar y cyfrifiadur hwn, yn ceisio eto.`,
    }),
  silent: (rows) => `Dim ateb gan y gwasanaeth: ${rows} heb eu cadw, yn ceisio eto. Cadwch y dudalen hon ar agor.`,
  signedOutKept: (rows) =>
    plural(rows, {
      two: "Rydych wedi eich allgofnodi: mae 2 farc wedi'u cadw ar y cyfrifiadur hwn. Mewngofnodwch eto i'w cadw yn y gwasanaeth.",
      other: `Rydych wedi eich allgofnodi: mae ${rows} marc wedi'u cadw ar y cyfrifiadur hwn. Mewngofnodwch eto i'w cadw yn y gwasanaeth.`,
    }),
  signedOut: (rows) => `Rydych wedi eich allgofnodi: ${rows} heb eu cadw. Mewngofnodwch eto i'w cadw.`,
  signedOutSaved: "Rydych wedi eich allgofnodi. Nid oes dim yn aros i'w gadw.",
  signedOutOffline: "Nid oes cysylltiad ac rydych wedi eich allgofnodi. Mewngofnodwch eto pan fydd cysylltiad.",
  offline: "Nid oes cysylltiad. Yn ceisio eto.",
  intercepted: "Mae rhywbeth rhwng y cyfrifiadur hwn a Centremark yn ateb yn ei le. Gofynnwch i'ch cymorth TG.",
  here: (rows) =>
    plural(rows, { two: "Mae 2 farc wedi'u cadw ar y cyfrifiadur hwn.", other: `Mae ${rows} marc wedi'u cadw ar y cyfrifiadur hwn.` }),
  keepOpen: "Cadwch y dudalen hon ar agor.",
  refused: (why) => `Heb ei gadw. ${why}`,
  goTo: "Mynd i'r cyntaf",
  progress: (entered, checked, all) => `${entered} o ${all} wedi'u mewnbynnu, ${checked} o ${all} wedi'u gwirio`,
};
