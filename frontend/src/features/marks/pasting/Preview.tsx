import type { Scale } from "../../../sheet/parse";
import { inWords } from "../../../sheet/row-words";
import { type Brought, type Left, type Plan, editsOf, isChange, isNew } from "./plan";
import { leftWords } from "./said";
import { pastingWords } from "./words";

/** What a pasted table would do: what is left out and why, and every mark beside the one it replaces. */
export function Preview({ plan, scale }: { plan: Plan; scale: Scale }) {
  return (
    <>
      {plan.left.length > 0 && <LeftOut left={plan.left} scale={scale} />}
      {plan.brought.length > 0 && <Marks brought={plan.brought} scale={scale} />}
    </>
  );
}

/** How much a pasted table would do. */
export function Summary({ plan }: { plan: Plan }) {
  const { summary } = pastingWords.value;
  const marks = editsOf(plan).length;
  const counts: [number, (count: number) => string][] = [
    [plan.brought.filter(isChange).length, summary.changing],
    [plan.brought.filter(({ newer }) => newer).length, summary.newer],
    [plan.brought.length - marks, summary.same],
    [plan.left.length, summary.left],
    [plan.blank, summary.blank],
    [plan.unread, summary.unread],
  ];
  return (
    <ul class="govuk-list cm-joined">
      <li>
        <strong>{summary.brought(marks)}</strong>
      </li>
      {counts.flatMap(([count, say]) => (count > 0 ? [<li key={say(count)}>{say(count)}</li>] : []))}
    </ul>
  );
}

function LeftOut({ left, scale }: { left: readonly Left[]; scale: Scale }) {
  return (
    <section aria-labelledby="paste-left">
      <h3 class="govuk-heading-s" id="paste-left">
        {pastingWords.value.left.title}
      </h3>
      <ul class="govuk-list govuk-list--bullet cm-break">
        {left.map((one) => (
          <li key={one.line}>{leftWords(one, scale)}</li>
        ))}
      </ul>
    </section>
  );
}

function Marks({ brought, scale }: { brought: readonly Brought[]; scale: Scale }) {
  const { marks } = pastingWords.value;
  const named = brought.some(({ pasted }) => pasted !== "");
  return (
    <section aria-labelledby="paste-marks">
      <h3 class="govuk-heading-s" id="paste-marks">
        {marks.title}
      </h3>
      <table class="govuk-table cm-table cm-list" aria-labelledby="paste-marks">
        <thead>
          <tr>
            <th scope="col">{marks.candidate}</th>
            {named && <th scope="col">{marks.pasted}</th>}
            <th scope="col">{marks.before}</th>
            <th scope="col">{marks.after}</th>
          </tr>
        </thead>
        <tbody>
          {brought.map((one) => (
            <tr key={one.line} class={isChange(one) ? "cm-pasting__changes" : undefined}>
              <th scope="row">
                {one.candidate} {one.name}
              </th>
              {named && (
                <td data-label={marks.pasted}>
                  {one.pasted}
                  {one.differs && <span class="cm-hint">{marks.differs}</span>}
                </td>
              )}
              <td data-label={marks.before}>{one.before === "" ? <span class="cm-hint-inline">{marks.none}</span> : inWords(one.before, scale)}</td>
              <td data-label={marks.after}>
                {isNew(one) ? <strong>{inWords(one.after, scale)}</strong> : <span class="cm-hint-inline">{marks.same}</span>}
                {isChange(one) && <span class="cm-hint">{marks.changes}</span>}
                {one.newer && <span class="cm-hint">{marks.newer}</span>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
