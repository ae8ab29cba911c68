import type { Schemas } from "../../api/client";
import { t } from "../../i18n/words";
import { moment, seriesTitle } from "../../lib/dates";
import { gradeWords } from "../../sheet/outcome-words";
import { sheetWords } from "../../sheet/words";
import { linesOf } from "./lines";
import { totalsOf } from "./totals";
import { printWords } from "./words";

interface Props {
  sheet: Schemas["SheetOut"];
  /** When the service gave the marks. */
  at: Date;
  /** Who prints them. */
  by: string;
  /** What the list is called, where there are several. */
  label?: string;
}

/** What goes on paper. */
export function Paper({ sheet, at, by, label }: Props) {
  const words = printWords.value;
  return (
    <article class="cm-paper" aria-label={label ?? words.preview}>
      {!sheet.submission && (
        <p class="cm-draft" aria-hidden="true">
          {words.draft}
        </p>
      )}
      <Facts facts={factsOf(sheet, at, by)} />
      <List sheet={sheet} />
      <Facts facts={countsOf(sheet)} />
      <div class="cm-signatures">
        <Signature who={words.signature.teacher} />
        <Signature who={words.signature.officer} />
      </div>
    </article>
  );
}

type Fact = [name: string, value: string];

const Facts = ({ facts }: { facts: Fact[] }) => (
  <dl class="cm-facts">
    {facts.map(([name, value]) => (
      <div key={name}>
        <dt>{name}</dt>
        <dd>{value}</dd>
      </div>
    ))}
  </dl>
);

function factsOf(sheet: Props["sheet"], at: Date, by: string): Fact[] {
  const { assessment, status, submission } = sheet;
  const words = printWords.value;
  const { dates, outcomes } = t.value;
  return [
    [words.qualification, assessment.qualification.title],
    ...(sheet.criteria.length > 0 ? [[words.criteria, criteriaIn(sheet.criteria)] satisfies Fact] : []),
    [words.status, submission ? outcomes.status[status] : words.notSubmitted(outcomes.status[status])],
    [words.reference, submission ? submission.reference : words.noReference],
    ...(submission ? [[words.submitted, dates.by(moment(submission.submitted_at), submission.submitted_by)] satisfies Fact] : []),
    [words.printed, dates.by(moment(at), by)],
  ];
}

const criteriaIn = (criteria: Props["sheet"]["criteria"]): string => criteria.map(({ code, title, maximum }) => `${code} ${title} (${maximum})`).join(", ");

function countsOf(sheet: Props["sheet"]): Fact[] {
  const { scale } = sheet.assessment;
  const words = printWords.value;
  const { candidates, marked, absent, blank, sum } = totalsOf(sheet.rows, scale);
  const counted: [string, number][] = [
    [words.candidates, candidates],
    [words.totals[scale.kind], marked],
    [t.value.outcomes.absent, absent],
    [words.totals.blank, blank],
    ...(typeof sum === "number" ? [[words.totals.sum, sum] satisfies [string, number]] : gradesOf(scale, sum)),
  ];
  return counted.map(([name, count]) => [name, String(count)]);
}

function gradesOf(scale: Schemas["AssessmentOut"]["scale"], sum: [string, number][]): [string, number][] {
  return sum.map(([code, count]) => [gradeWords(code, scale), count]);
}

/** The candidates; on paper each page begins with the assessment and the centre. */
function List({ sheet }: { sheet: Props["sheet"] }) {
  const words = printWords.value;
  const { columns } = sheetWords.value;
  const { assessment, centre, series, submission } = sheet;
  const noun = t.value.outcomes.scale[assessment.scale.kind];
  return (
    <table class="govuk-table cm-table cm-marks">
      <caption class="govuk-visually-hidden">{sheetWords.value.caption(noun, assessment.code)}</caption>
      <thead>
        <tr class="cm-marks__running" aria-hidden="true">
          <td colSpan={4}>{[assessment.code, `${centre.number} ${centre.name}`, seriesTitle(series), submission?.reference ?? words.draft].join(" · ")}</td>
        </tr>
        <tr>
          <th scope="col">{columns.number}</th>
          <th scope="col">{columns.candidate}</th>
          <th scope="col">{columns.group}</th>
          <th scope="col" class="cm-number">
            {noun}
          </th>
        </tr>
      </thead>
      <tbody>
        {linesOf(sheet.rows, assessment.scale, sheet.criteria).map(({ candidate, name, group, mark, criteria, note }) => (
          <tr key={candidate}>
            <td>{candidate}</td>
            <th scope="row">
              {name}
              {note && <span class="cm-hint">{note}</span>}
            </th>
            <td>{group}</td>
            <td class="cm-number">
              {mark === "" ? sheetWords.value.noMark : mark}
              {criteria && <span class="cm-hint">{criteria}</span>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const Signature = ({ who }: { who: string }) => (
  <p>
    <span class="cm-signatures__who">{who}</span>
    <span class="cm-signatures__line">{printWords.value.signature.signed}</span>
    <span class="cm-signatures__line">{printWords.value.signature.date}</span>
  </p>
);
