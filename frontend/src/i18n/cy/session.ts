// A Welsh speaker has to review these words before release.
import { plural } from "../plural";
import type { Words } from "../words";

export const session: Words["session"] = {
  title: "Ydych chi yno o hyd?",
  why: "I gadw marciau'n ddiogel, byddwn yn eich allgofnodi os na fyddwch yn ateb. Mae'r hyn a deipioch wedi'i gadw, yn y gwasanaeth neu ar y cyfrifiadur hwn.",
  left: (minutes, seconds) =>
    [minutes > 0 ? plural(minutes, { two: "2 funud", other: `${minutes} munud` }) : "", seconds > 0 ? `${seconds} eiliad` : ""]
      .filter((part) => part !== "")
      .join(" "),
  signOutIn: (time) => `Cewch eich allgofnodi ymhen ${time}.`,
  covered: "Mae'r dudalen hon wedi'i chuddio. Mae'r hyn a deipiwyd gennych yma o hyd: mewngofnodwch eto i'w weld.",
  stay: "Aros wedi mewngofnodi",
  staying: "Un eiliad…",
  failed: "Nid oes ateb gan y gwasanaeth. Ceisiwch eto.",
};
