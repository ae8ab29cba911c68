import type { Say } from "../../i18n/words";

/** A link to what was done, when it is on another page. */
export interface See {
  href: string;
  say: Say;
}

/** Say what was done, and show the sheet as it is afterwards. */
export type Done = (say: Say, see?: See) => Promise<void>;
