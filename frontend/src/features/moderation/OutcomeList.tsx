import type { Schemas } from "../../api/client";
import { csv } from "../../lib/csv";
import { day } from "../../lib/dates";
import { download } from "../../lib/download";
import { useResource } from "../../lib/resource";
import { SheetPage } from "../../sheet/SheetPage";
import { getSheet } from "../../sheet/api";
import { outcomeColumn, outcomeWords } from "../../sheet/outcome-words";
import type { Outcome as Mark } from "../../sheet/parse";
import { Unloaded } from "../../ui/Page";
import { ListButtons } from "./GatherList";
import { getModeration } from "./api";
import "./moderation.scss";
import { moderationWords } from "./words";
import { Nothing } from "../../ui/Nothing";

type Sheet = Schemas["SheetOut"];

/** A candidate's mark as the centre submitted it and as it is after moderation. */
interface Line {
  candidate: string;
  name: string;
  group: string;
  before: Mark;
  after: Mark;
  /** The change of a mark with its sign; empty where nothing changed, or where it is a grade. */
  change: string;
}

/** Before these columns stand the candidate and the group. */
const FIRST_MARK = 2;

/** The outcome for every candidate submitted: the centre's mark beside the board's, to print or to save as a file. */
export function OutcomeList({ sheet }: { sheet: string }) {
  const loaded = useResource(sheet, async () => {
    const [marks, now] = await Promise.all([getSheet(sheet), getModeration(sheet)]);
    return { marks, outcome: now.outcome };
  });
  const data = loaded.data.value;
  if (!data) return <Unloaded loaded={loaded} />;
  const { marks, outcome } = data;
  const { scale } = marks.assessment;
  const lines = outcome ? linesOf(marks, outcome) : [];
  const changed = lines.filter(isChanged).length;
  const words = moderationWords.value;
  const columns = [words.gather.number, words.sample.candidate, words.sample.group, words.outcome.centre, words.outcome.board, words.outcome.change];
  const save = () =>
    download(
      `${marks.id}-${words.outcome.file}.csv`,
      csv([
        columns,
        ...lines.map(({ candidate, name, group, before, after, change }) => [
          candidate,
          name,
          group,
          outcomeWords(before, scale),
          outcomeWords(after, scale),
          change === "" ? "" : Number(change.replace("−", "-")),
        ]),
      ]),
      "text/csv;charset=utf-8",
    );
  return (
    <SheetPage head={marks} here="moderation" title={words.outcome.list} loaded={loaded}>
      {!outcome && <Nothing why={words.outcome.none} to={`/sheets/${sheet}/moderation`} way={words.title} />}
      {outcome && (
        <>
          <p class="govuk-body">
            {words.outcome.yours[outcome.result]} {words.outcome.released(day(outcome.release_at))} {words.outcome.counted(changed, lines.length)}
          </p>
          {outcome.note && <p class="govuk-inset-text">{outcome.note}</p>}
          <div class="cm-screen">
            <ListButtons save={save} />
          </div>
          <table class="govuk-table cm-table cm-list cm-outcomes">
            <caption class="govuk-visually-hidden">{words.outcome.list}</caption>
            <thead>
              <tr>
                {columns.slice(1).map((name, place) => (
                  <th key={name} scope="col" class={place < FIRST_MARK ? undefined : outcomeColumn(scale)}>
                    {name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {lines.map((line) => (
                <tr key={line.candidate}>
                  <th scope="row">
                    {line.candidate} {line.name}
                  </th>
                  <td data-label={columns[2]}>{line.group}</td>
                  <td class={outcomeColumn(scale)} data-label={columns[3]}>
                    {outcomeWords(line.before, scale)}
                  </td>
                  <td class={outcomeColumn(scale)} data-label={columns[4]}>
                    {isChanged(line) ? <strong>{outcomeWords(line.after, scale)}</strong> : outcomeWords(line.after, scale)}
                  </td>
                  <td class={outcomeColumn(scale)} data-label={columns[5]}>
                    {line.change || (isChanged(line) ? words.outcome.changed : words.outcome.same)}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
    </SheetPage>
  );
}

const isChanged = ({ before, after }: Line): boolean => JSON.stringify(before) !== JSON.stringify(after);

function linesOf({ rows }: Sheet, outcome: Schemas["ModerationOutcomeOut"]): Line[] {
  const adjusted = new Map(outcome.adjusted.map((one) => [one.candidate, one]));
  return rows.flatMap(({ candidate, name, group, outcome: now, late }) => {
    const moved = adjusted.get(candidate);
    const before = moved?.centre ?? now;
    if (!before || late) return [];
    const after = moved?.adjusted ?? before;
    return [{ candidate, name, group, before, after, change: changeOf(before, after) }];
  });
}

function changeOf(before: Mark, after: Mark): string {
  if (before.kind !== "mark" || after.kind !== "mark" || before.mark === after.mark) return "";
  const by = after.mark - before.mark;
  return by > 0 ? `+${by}` : `−${-by}`;
}
