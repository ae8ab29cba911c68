import { useSignal } from "@preact/signals";
import { Link, useLocation, useSearch } from "wouter-preact";
import { useCentre } from "../../auth/centre";
import { csv } from "../../lib/csv";
import { download } from "../../lib/download";
import { useResource } from "../../lib/resource";
import { Failed, Loading, Page, Unloaded } from "../../ui/Page";
import { BoardFilters } from "./BoardFilters";
import { BoardList } from "./BoardList";
import { type Line, getSheets } from "./api";
import "./board.scss";
import { fileOf } from "./file";
import { type Asked, ESCALATED, addressOf, askedIn, escalated, isEscalated, matching } from "./lines";
import { boardWords } from "./words";

/** How many are shown before one asks for more. */
const SHOWN = 100;

/** Every centre's sheets of a series, for the exam board's people; the filters are kept in the address. */
export function Board() {
  const { series } = useCentre();
  const asked = askedIn(useSearch(), series.id);
  const { data, error, reload } = useResource(asked.series, () => getSheets(asked.series));
  const words = boardWords.value;
  const ask = (part: Partial<Asked>) => {
    history.replaceState(history.state, "", `?${addressOf({ ...asked, ...part })}`);
  };
  if (error.value?.status === 403) return <Unloaded loaded={{ error, reload }} />;
  return (
    <Page title={words.title} caption={words.caption}>
      <BoardFilters asked={asked} ask={ask} />
      <ul class="govuk-list cm-actions">
        <li>
          <Link class="govuk-link" href="/board/consortia">
            {words.consortia}
          </Link>
        </li>
        <li>
          <Link class="govuk-link" href="/board/history">
            {words.changes.board}
          </Link>
        </li>
      </ul>
      {error.value && <Failed error={error.value} retry={reload} />}
      {!data.value && !error.value && <Loading />}
      {data.value && <Found lines={data.value.sheets} asked={asked} />}
    </Page>
  );
}

function Found({ lines, asked }: { lines: Line[]; asked: Asked }) {
  const all = useSignal(false);
  const words = boardWords.value;
  const alike = matching(lines, asked);
  const found = isEscalated(asked.only) ? escalated(alike, asked.only) : alike;
  const only = isEscalated(asked.only) ? `-${asked.only}` : "";
  return (
    <>
      <Escalation lines={alike} asked={asked} />
      <p class="govuk-body" role="status">
        {found.length > 0 ? words.found(found.length) : emptyWords(lines, alike, asked)}
      </p>
      {found.length > 0 && (
        <>
          <BoardList lines={all.value ? found : found.slice(0, SHOWN)} />
          <div class="cm-dialog__buttons">
            {found.length > SHOWN && !all.value && (
              <button type="button" class="govuk-button govuk-button--secondary" onClick={() => (all.value = true)}>
                {words.showAll(found.length)}
              </button>
            )}
            <button
              type="button"
              class="govuk-button govuk-button--secondary"
              onClick={() => download(`centremark-${asked.series}${only}.csv`, csv(fileOf(found)), "text/csv;charset=utf-8")}
            >
              {words.file.download}
            </button>
          </div>
        </>
      )}
    </>
  );
}

/** How many wait for the board, as links that show only these. */
function Escalation({ lines, asked }: { lines: Line[]; asked: Asked }) {
  const [path] = useLocation();
  const words = boardWords.value;
  const ways = [["", words.only.all(lines.length)], ...ESCALATED.map((what) => [what, words.only[what](escalated(lines, what).length)] as const)] as const;
  return (
    <nav class="cm-escalation" aria-label={words.only.label}>
      {ways.map(([only, said]) => (
        <Link key={only} class="govuk-link" href={`${path}?${addressOf({ ...asked, only })}`} aria-current={asked.only === only ? "true" : undefined}>
          {said}
        </Link>
      ))}
    </nav>
  );
}

function emptyWords(lines: Line[], alike: Line[], { only }: Asked): string {
  const words = boardWords.value.empty;
  if (lines.length === 0) return words.series;
  return alike.length > 0 && isEscalated(only) ? words[only] : words.noMatch;
}
