import type { Schemas } from "../../api/client";
import { moment } from "../../lib/dates";
import { historyWords } from "./words";

/** How the service names itself where it acts for the board of its own accord. */
const SERVICE = "Exam board";

/** When, and who it was; which of the board's people it was is for the board alone, and `nobody` need be named. */
export function who({ at, by, channel }: Pick<Schemas["OfficeHistoryEntry"], "at" | "by" | "channel">, ofBoard: boolean, nobody = false): string {
  const words = historyWords.value;
  if (channel !== "board") return words.by(moment(at), by, words.channel[channel]);
  if (ofBoard && by !== SERVICE) return words.byPerson(moment(at), by);
  return nobody ? moment(at) : words.byBoard(moment(at));
}
