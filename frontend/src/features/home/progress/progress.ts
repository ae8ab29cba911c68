import type { Schemas } from "../../../api/client";
import { t } from "../../../i18n/words";
import { day, daysLeft } from "../../../lib/dates";
import { isOpen, responsibleFor } from "../filter";
import { progressWords } from "./words";

type Summary = Schemas["AssessmentSummary"];

/** The assessments of a department, and their sums; without a name, those of no department. */
export interface Group {
  name: string;
  list: Summary[];
  sum: Record<"candidates" | "entered" | "checked" | "submitted", number>;
}

/** A centre's assessments by department, in the centre's order; what is in no department comes last. */
export function grouped(list: Summary[], departments: Schemas["DepartmentOut"][]): Group[] {
  const named = new Set(departments.flatMap(({ qualifications }) => qualifications));
  const others = list.filter((item) => !named.has(item.assessment.qualification.code));
  const within = departments.map(({ name, qualifications }) =>
    groupOf(
      name,
      list.filter((item) => qualifications.includes(item.assessment.qualification.code)),
    ),
  );
  return [...within, groupOf("", others)].filter((group) => group.list.length > 0);
}

const groupOf = (name: string, list: Summary[]): Group => {
  const sum = (figure: (item: Summary) => number) => list.reduce((all, item) => all + figure(item), 0);
  return {
    name,
    list,
    sum: {
      candidates: sum((item) => item.candidates),
      entered: sum((item) => item.entered),
      checked: sum((item) => item.checked),
      submitted: sum((item) => Number(!isOpen(item))),
    },
  };
};

/** The days left for marks that are not submitted: a number, negative once overdue; empty once all is submitted. */
export const leftFor = (item: Summary, now: Date): number | "" => (isOpen(item) ? daysLeft(item.deadline, now) : "");

/** When marks were last submitted; empty while none are. */
export const submittedOn = ({ submission }: Summary): string => (submission ? day(submission.submitted_at) : "");

/** The report as the rows of a file, with its headings. */
export function tableOf(groups: Group[], now: Date): (string | number)[][] {
  const words = progressWords.value;
  const { columns } = words;
  return [
    [
      columns.department,
      columns.code,
      columns.title,
      columns.qualification,
      columns.candidates,
      columns.entered,
      columns.checked,
      columns.status,
      columns.submitted,
      columns.deadline,
      columns.left,
      columns.responsible,
    ],
    ...groups.flatMap(({ name, list }) =>
      list.map((item) => [
        name,
        item.assessment.code,
        item.assessment.title,
        item.assessment.qualification.title,
        item.candidates,
        item.entered,
        item.checked,
        t.value.outcomes.status[item.status],
        submittedOn(item),
        day(item.deadline),
        leftFor(item, now),
        responsibleFor(item).join(", "),
      ]),
    ),
  ];
}
