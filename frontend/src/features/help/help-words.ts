import { both } from "../../i18n/both";
import { help as cy } from "../../i18n/cy/help";
import { help as en } from "../../i18n/en/help";

/** The words of the help page. */
export const helpWords = both<typeof en>(en, cy);
