import type { Schemas } from "../../api/client";
import { moment } from "../../lib/dates";
import { historyWords } from "./words";

/** The service's own name where it acts for the board by itself. */
export const SERVICE = "Exam board";

type Act = Pick<Schemas["OfficeHistoryEntry"], "at" | "by" | "channel">;

/** When, and who; only the board sees which of its people it was, and `nobody` is not named. */
export function who({ at, by, channel }: Act, ofBoard: boolean, nobody = false, when: (at: string) => string = moment): string {
  const words = historyWords.value;
  if (channel !== "board") return words.by(when(at), by, words.channel[channel]);
  if (ofBoard && by !== SERVICE) return words.byPerson(when(at), by);
  return nobody ? when(at) : words.byBoard(when(at));
}

/** The person as this reader knows them; the board as a whole for a centre. */
export const nameOf = ({ by, channel }: Pick<Act, "by" | "channel">, ofBoard: boolean): string =>
  channel === "board" && (!ofBoard || by === SERVICE) ? SERVICE : by;
