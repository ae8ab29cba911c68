import { both } from "../i18n/both";
import { saving as cy } from "../i18n/cy/saving";
import { saving as en } from "../i18n/en/saving";

/** The words of the bar. */
export const savingWords = both<typeof en>(en, cy);
