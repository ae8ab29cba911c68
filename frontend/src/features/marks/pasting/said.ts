import type { Scale } from "../../../sheet/parse";
import { problemWords } from "../../../sheet/row-words";
import type { Left } from "./plan";
import type { Asked } from "./roles";
import { pastingWords } from "./words";

/** A row that is not used, with its line and the reason. */
export function leftWords({ line, said, written, why }: Left, scale: Scale): string {
  const { row, why: reasons } = pastingWords.value.left;
  return row(line, [said, written].filter((part) => part !== "").join(", "), reasonOf(why, reasons, scale));
}

function reasonOf(why: Left["why"], reasons: typeof pastingWords.value.left.why, scale: Scale): string {
  return typeof why === "string" ? reasons[why] : problemWords({ kind: "typed", ...why }, scale);
}

/** What a person has to choose about the columns. */
export const askedWords = (what: Asked, kind: Scale["kind"]): string =>
  what === "mark" ? pastingWords.value.asked.mark[kind] : pastingWords.value.asked.person;
