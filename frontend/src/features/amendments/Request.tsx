import type { ComponentChildren } from "preact";
import type { Schemas } from "../../api/client";
import { t, wordFor } from "../../i18n/words";
import { day, moment } from "../../lib/dates";
import { outcomeColumn, outcomeWords } from "../../sheet/outcome-words";
import type { Scale } from "../../sheet/parse";
import { Facts } from "../../ui/Facts";
import type { Amendment } from "./api";
import "./amend.scss";
import { amendWords } from "./words";

const COLOUR: Record<Amendment["state"], string> = {
  pending: "govuk-tag--yellow",
  applied: "govuk-tag--green",
  declined: "govuk-tag--red",
  withdrawn: "govuk-tag--grey",
};

interface Props {
  amendment: Amendment;
  scale: Scale;
  /** Buttons for what can be done about it. */
  children?: ComponentChildren;
}

/** One amendment: what it changes, why, and its state. */
export function Request({ amendment, scale, children }: Props) {
  const { number, state, explanation, approved_by, asked, decided, work } = amendment;
  const words = amendWords.value;
  return (
    <article class="cm-request" aria-labelledby={`amendment-${number}`}>
      <h3 class="govuk-heading-s" id={`amendment-${number}`}>
        {words.list.one(number)} <strong class={`govuk-tag ${COLOUR[state]}`}>{words.list.state[state]}</strong>
      </h3>
      <Marks amendment={amendment} scale={scale} />
      <Facts
        facts={[
          [words.form.reason, wordFor(words.reasons, amendment.reason)],
          [words.form.explanation, explanation],
          [words.form.approvedBy, approved_by],
          [words.list.asked, saidBy(asked)],
          [words.list.decided, decided && saidBy(decided)],
          [words.list.boardNote, decided?.note],
        ]}
      />
      {work && <Work work={work} waits={state === "pending" && !work.sent} />}
      {children}
    </article>
  );
}

const saidBy = ({ at, by }: Schemas["AttributionOut"]): string => t.value.dates.by(moment(at), by);

function Marks({ amendment, scale }: { amendment: Amendment; scale: Scale }) {
  const words = amendWords.value;
  return (
    <div class="cm-scroll">
      <table class="govuk-table cm-table cm-list cm-changes">
        <caption class="govuk-visually-hidden">{words.list.caption(amendment.number)}</caption>
        <thead>
          <tr>
            <th scope="col">{words.form.columns.candidate}</th>
            <th scope="col" class={outcomeColumn(scale)}>
              {words.list.before}
            </th>
            <th scope="col" class={outcomeColumn(scale)}>
              {words.list.after}
            </th>
          </tr>
        </thead>
        <tbody>
          {amendment.marks.map(({ candidate, name, before, after }) => (
            <tr key={candidate}>
              <th scope="row">
                {candidate} {name}
              </th>
              <td class={outcomeColumn(scale)} data-label={words.list.before}>
                {outcomeWords(before, scale)}
              </td>
              <td class={outcomeColumn(scale)} data-label={words.list.after}>
                <strong>{outcomeWords(after, scale)}</strong>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** The work the board wants to see, where to send it, by when, and whether it was sent. */
function Work({ work, waits }: { work: Schemas["WorkOut"]; waits: boolean }) {
  const words = amendWords.value.work;
  return (
    <>
      <h4 class="govuk-heading-s">{words[waits ? "title" : "asked"](work.candidates.length)}</h4>
      <Facts
        facts={[
          [words.whose, work.candidates.join(", ")],
          [words.sendTo, work.send_to],
          [words.due, waits ? day(work.due) : ""],
          [words.sent, work.sent && [saidBy(work.sent), work.sent.note].filter((part) => part !== "").join(" · ")],
        ]}
      />
    </>
  );
}
