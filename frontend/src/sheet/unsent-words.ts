import { both } from "../i18n/both";
import { unsent as cy } from "../i18n/cy/unsent";
import { unsent as en } from "../i18n/en/unsent";

/** The words about what is not on the sheet. */
export const unsentWords = both<typeof en>(en, cy);
