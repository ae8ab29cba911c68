import { t } from "../../i18n/words";
import { daysLeft, isoDay } from "../../lib/dates";
import type { Line } from "./api";
import { boardWords } from "./words";

/** How many London days a sheet's deadline has passed, empty where it is not overdue. */
export const daysOverdue = ({ deadline, overdue }: Line): number | "" => (overdue ? -daysLeft(deadline) : "");

/** The list with its headings, for a file. */
export function fileOf(lines: readonly Line[]): (number | string)[][] {
  const words = boardWords.value;
  const { yes, no } = t.value.outcomes;
  const head = [
    words.file.assessment,
    words.file.number,
    words.file.centre,
    words.deadline,
    words.file.overdue,
    words.file.asked,
    words.candidates,
    words.submitted,
    words.late,
    words.state,
    words.file.amendments,
  ];
  const rows = lines.map((line) => [
    line.assessment,
    line.centre.number,
    line.centre.name,
    isoDay(0, new Date(line.deadline)),
    daysOverdue(line),
    line.extension_asked ? yes : no,
    line.candidates,
    line.submitted_at ?? "",
    line.submitted_at ? (line.late ? yes : no) : "",
    t.value.outcomes.status[line.status],
    line.amendments_waiting,
  ]);
  return [head, ...rows];
}
