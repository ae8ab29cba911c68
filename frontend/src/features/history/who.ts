import type { Schemas } from "../../api/client";
import { moment } from "../../lib/dates";
import { historyWords } from "./words";

/** The service's own name where it acts for the board by itself. */
const SERVICE = "Exam board";

/** When, and who; only the board sees which of its people it was, and `nobody` is not named. */
export function who({ at, by, channel }: Pick<Schemas["OfficeHistoryEntry"], "at" | "by" | "channel">, ofBoard: boolean, nobody = false): string {
  const words = historyWords.value;
  if (channel !== "board") return words.by(moment(at), by, words.channel[channel]);
  if (ofBoard && by !== SERVICE) return words.byPerson(moment(at), by);
  return nobody ? moment(at) : words.byBoard(moment(at));
}
