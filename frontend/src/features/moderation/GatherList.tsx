import { useSignal } from "@preact/signals";
import { getHead } from "../../api/head";
import type { Schemas } from "../../api/client";
import { t } from "../../i18n/words";
import { csv } from "../../lib/csv";
import { day, seriesTitle } from "../../lib/dates";
import { download } from "../../lib/download";
import { useResource } from "../../lib/resource";
import { SheetPage } from "../../sheet/SheetPage";
import { groupsOf } from "../../sheet/groups";
import { outcomeWords } from "../../sheet/outcome-words";
import { Facts } from "../../ui/Facts";
import { Field } from "../../ui/Field";
import { Unloaded } from "../../ui/Page";
import { type Moderation, type Sampled, getModeration } from "./api";
import { isWanted } from "./is-wanted";
import "./moderation.scss";
import { moderationWords } from "./words";
import { Nothing } from "../../ui/Nothing";

type Head = Schemas["SheetHead"];

/** The work to gather, a page for each teaching group, to print for the teachers or to save as a file. */
export function GatherList({ sheet }: { sheet: string }) {
  const loaded = useResource(sheet, async () => {
    const [head, now] = await Promise.all([getHead(sheet), getModeration(sheet)]);
    return { head, now };
  });
  const chosen = useSignal("");
  const data = loaded.data.value;
  if (!data) return <Unloaded loaded={loaded} />;
  const { head, now } = data;
  const wanted = now.sample.filter(isWanted).toSorted((one, other) => one.candidate.localeCompare(other.candidate));
  const groups = groupsOf(wanted);
  const shown = wanted.filter(({ group }) => chosen.value === "" || group === chosen.value);
  const words = moderationWords.value.gather;
  const save = () => download(`${head.id}-${words.file}.csv`, csv(tableOf(shown, head, now)), "text/csv;charset=utf-8");
  return (
    <SheetPage head={head} here="moderation" title={words.title} loaded={loaded}>
      {wanted.length === 0 ? (
        <Nothing why={moderationWords.value.nobody} to={`/sheets/${head.id}/moderation`} way={moderationWords.value.title} />
      ) : (
        <>
          <div class="cm-screen">
            <p class="govuk-body">{words.lead}</p>
            {groups.length > 1 && (
              <Field id="gather-group" label={moderationWords.value.sample.group}>
                {(props) => (
                  <select class="govuk-select" {...props} value={chosen.value} onChange={(event) => (chosen.value = event.currentTarget.value)}>
                    <option value="">{words.everyGroup}</option>
                    {groups.map((group) => (
                      <option key={group} value={group}>
                        {group}
                      </option>
                    ))}
                  </select>
                )}
              </Field>
            )}
            <ListButtons save={save} />
          </div>
          {[...new Set(shown.map(({ group }) => group))].toSorted().map((group) => (
            <GroupList key={group} group={group} work={shown.filter((one) => one.group === group)} head={head} now={now} />
          ))}
        </>
      )}
    </SheetPage>
  );
}

/** Print the list, or save it as a file for a spreadsheet program. */
export const ListButtons = ({ save }: { save: () => void }) => (
  <div class="cm-dialog__buttons cm-list-buttons">
    <button type="button" class="govuk-button" onClick={() => globalThis.print()}>
      {moderationWords.value.gather.print}
    </button>
    <button type="button" class="govuk-button govuk-button--secondary" onClick={save}>
      {moderationWords.value.gather.csv}
    </button>
  </div>
);

interface GroupProps {
  group: string;
  work: Sampled[];
  head: Head;
  now: Moderation;
}

/** One group's work, with a box to tick for each piece: on paper a page of its own. */
function GroupList({ group, work, head, now }: GroupProps) {
  const { assessment, centre, series, submitters } = head;
  const words = moderationWords.value;
  const noun = t.value.outcomes.scale[assessment.scale.kind];
  const { parts } = words.gather;
  const title = group ? words.gather.group(group) : words.gather.noGroup;
  return (
    <section class="cm-gather" aria-label={title}>
      <h2 class="govuk-heading-m">{title}</h2>
      <Facts
        facts={[
          [words.gather.assessment, `${assessment.code} ${assessment.title}, ${seriesTitle(series)}`],
          [words.gather.centre, `${centre.number} ${centre.name}`],
          [words.facts.due, now.due ? day(now.due) : ""],
          [words.facts.method, now.method && words.method[now.method]],
          [words.facts.moderator, now.moderator && [now.moderator.name, ...now.moderator.address].join(", ")],
          [words.gather.give, submitters.join(", ")],
        ]}
      />
      <h3 class="govuk-heading-s">{words.gather.include}</h3>
      <ul class="govuk-list govuk-list--bullet">
        {[parts.work(centre.number), parts.form, parts.notes].map((part) => (
          <li key={part}>{part}</li>
        ))}
      </ul>
      <table class="govuk-table cm-table cm-gather__table">
        <caption class="govuk-visually-hidden">{title}</caption>
        <thead>
          <tr>
            <th scope="col">{words.gather.number}</th>
            <th scope="col">{words.sample.candidate}</th>
            <th scope="col" class="cm-number">
              {noun}
            </th>
            <th scope="col" class="cm-box">
              {words.gather.gathered}
            </th>
            <th scope="col" class="cm-box">
              {words.sample.sent}
            </th>
          </tr>
        </thead>
        <tbody>
          {work.map((one) => (
            <tr key={one.candidate}>
              <td>{one.candidate}</td>
              <th scope="row">{one.name}</th>
              <td class="cm-number">{outcomeWords(one.outcome, assessment.scale)}</td>
              <td class="cm-box">
                <Box />
              </td>
              <td class="cm-box">{one.state === "sent" ? words.work.sent : <Box />}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** A box to tick by hand. */
const Box = () => <span class="cm-box__square" role="img" aria-label={moderationWords.value.gather.box} />;

function tableOf(work: Sampled[], { assessment, centre }: Head, { due, moderator, method }: Moderation): (number | string)[][] {
  const words = moderationWords.value;
  const noun = t.value.outcomes.scale[assessment.scale.kind];
  return [
    [
      words.gather.number,
      words.sample.candidate,
      words.sample.group,
      noun,
      words.sample.state,
      words.facts.due,
      words.gather.sendTo,
      words.gather.assessment,
      words.gather.centre,
    ],
    ...work.map((one) => [
      one.candidate,
      one.name,
      one.group,
      outcomeWords(one.outcome, assessment.scale),
      words.work[one.state],
      due ? day(due) : "",
      moderator && method === "post" ? [moderator.name, ...moderator.address].join(", ") : method ? words.method[method] : "",
      assessment.code,
      centre.number,
    ]),
  ];
}
