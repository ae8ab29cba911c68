import { signOut, whose } from "../auth/session";
import { t } from "../i18n/words";
import { sheetName } from "../lib/addresses";
import { leave } from "../lib/leaving";
import { type HeldRow, held } from "../lib/local-copy";

/** How many sheets are named; the rest are only counted. */
const NAMED = 10;

/** Sign out. If this computer holds unsaved rows, of any sheet in any tab, ask first. */
export const askToSignOut = (): Promise<void> =>
  leave(async () => {
    const person = whose();
    const rows = person ? await held(person) : [];
    if (rows.length === 0 || confirm(lossWords(rows))) await signOut();
  }, "sign out");

/** What signing out would lose: each sheet and its candidates. */
export function lossWords(rows: HeldRow[]): string {
  const words = t.value.shell.signOutLoses;
  const sheets = [...new Set(rows.map(({ sheet }) => sheet))];
  const lines = sheets.map((sheet) => {
    const some = rows.filter((row) => row.sheet === sheet);
    const named = some.slice(0, NAMED).map(({ candidate }) => candidate);
    const rest = some.length - named.length;
    return `${sheetName(sheet)}: ${[...named, ...(rest > 0 ? [t.value.shell.people.others(rest)] : [])].join(", ")}`;
  });
  return [words.held(rows.length), ...lines, words.ask].join("\n");
}
