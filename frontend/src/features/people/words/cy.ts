// A Welsh speaker has to review these words before release.
import type { Alike } from "../../../i18n/words";
import type { en } from "./en";

export const cy: Alike<typeof en> = {
  second: {
    label: "Rhaid i ail berson wirio pob marc",
    hint: "Ni allwch dicio marc a roddwyd gennych chi: rhaid i gydweithiwr wneud hynny. Daw'r gosodiad i rym ar unwaith ar bob taflen farciau yn y ganolfan. Mae ticiau a wnaed eisoes yn aros.",
  },
  on: "Ymlaen",
  off: "I ffwrdd",
  saved: "Mae'r gosodiad wedi'i gadw.",
  changed: (moment, name) => `Newidiwyd ddiwethaf ar ${moment} gan ${name}.`,
  never: "Nid oes neb wedi newid hyn eto.",
  departments: "Adrannau",
  changes: "Newidiadau yn y ganolfan hon",
  readOnly: "Gall gweinyddwr eich canolfan newid hyn.",
};
