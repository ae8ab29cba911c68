import type { Say } from "../../i18n/words";

/** Where to see what was done, when that is another page. */
export interface See {
  href: string;
  say: Say;
}

/** Say what was done, and show the sheet as it is since. */
export type Done = (say: Say, see?: See) => Promise<void>;
