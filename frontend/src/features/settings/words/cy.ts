// A Welsh speaker has to review these words before release.
import type { Alike } from "../../../i18n/words";
import type { en } from "./en";

export const cy: Alike<typeof en> = {
  second: {
    label: "Nid y sawl a roddodd farc sy'n ei wirio",
    hint: "Ni all neb dicio marc a roddodd ei hun; cydweithiwr sy'n gwneud hynny. Mae hyn yn cyfrif ar unwaith, ar bob taflen farciau yn y ganolfan. Mae ticiau a wnaed eisoes yn aros.",
  },
  on: "Ymlaen",
  off: "I ffwrdd",
  saved: "Mae'r gosodiad wedi'i gadw.",
  changed: (moment, name) => `Newidiwyd ddiwethaf ar ${moment} gan ${name}.`,
  never: "Nid oes neb wedi newid hyn eto.",
  readOnly: "Gall gweinyddwr eich canolfan newid hyn.",
};
