import { useSignal } from "@preact/signals";
import { Link } from "wouter-preact";
import { ApiError, type Schemas } from "../../api/client";
import { getHead } from "../../api/head";
import { isOfBoard, useCentre } from "../../app/centre";
import { t, wordFor } from "../../i18n/words";
import { day, moment } from "../../lib/dates";
import { useResource } from "../../lib/resource";
import { Failed, FailedPage, Loading, Page } from "../../ui/Page";
import { Changes } from "./Changes";
import { EntryNews } from "./EntryNews";
import { getHistory } from "./api";
import "./history.scss";
import { ofCandidate } from "./of-candidate";
import { historyWords } from "./words";

type Entry = Schemas["HistoryEntry"];

/** Who changed what on a sheet, latest first. */
export function History({ sheet }: { sheet: string }) {
  const { data, error, reload } = useResource(sheet, async () => {
    const [{ assessment }, latest] = await Promise.all([getHead(sheet), getHistory(sheet)]);
    return { assessment, latest };
  });
  const words = historyWords.value;
  if (error.value) return <FailedPage error={error.value} retry={reload} />;
  if (!data.value) return <Loading />;
  const { assessment, latest } = data.value;
  return (
    <Page title={words.title} caption={`${assessment.code} ${assessment.title}`}>
      <Entries sheet={sheet} latest={latest} />
      <p class="govuk-body">
        <Link class="govuk-link" href={`/sheets/${sheet}`}>
          {t.value.links.marks}
        </Link>
      </p>
    </Page>
  );
}

function Entries({ sheet, latest }: { sheet: string; latest: Schemas["HistoryOut"] }) {
  const entries = useSignal(latest.entries);
  const before = useSignal(latest.before);
  const asked = useSignal("");
  const trouble = useSignal<ApiError | undefined>(undefined);
  const words = historyWords.value;
  const ofBoard = isOfBoard(useCentre());
  const found = ofCandidate(entries.value, asked.value);

  const older = async () => {
    if (!before.value) return;
    trouble.value = undefined;
    try {
      const page = await getHistory(sheet, before.value);
      entries.value = [...entries.value, ...page.entries];
      before.value = page.before;
    } catch (fault) {
      if (!(fault instanceof ApiError)) throw fault;
      trouble.value = fault;
    }
  };
  return (
    <>
      <Filter asked={asked.value} ask={(number) => (asked.value = number)} />
      <p class="govuk-body" role="status">
        {found.length > 0 ? words.found(found.length) : asked.value ? words.noneOf(asked.value) : words.none}
      </p>
      <ol class="govuk-list cm-history">
        {found.map((entry) => (
          <li key={`${entry.version}${entry.what}${entry.at}${entry.notice?.to}`}>
            <strong>{happened(entry)}</strong> {entry.submission !== null && `(${words.submission(entry.submission)}) `}
            {who(entry, ofBoard)}
            {entry.extension && <span class="cm-hint">{askedWords(entry.extension)}</span>}
            <EntryNews entry={entry} />
            {entry.changes.length > 0 && <Changes changes={entry.changes} />}
          </li>
        ))}
      </ol>
      {trouble.value && <Failed error={trouble.value} retry={() => void older()} />}
      {before.value && !trouble.value && (
        <button type="button" class="govuk-button govuk-button--secondary" onClick={() => void older()}>
          {words.older}
        </button>
      )}
    </>
  );
}

/** What happened; a circumstance that is gone was taken back. */
function happened({ what, changes, notice }: Entry): string {
  if (notice) return historyWords.value.told(notice.to, wordFor(historyWords.value.kinds, notice.kind));
  const takenBack = what === "CircumstanceRecorded" && changes.every(({ circumstance }) => circumstance === null);
  return takenBack ? historyWords.value.takenBack : wordFor(historyWords.value.what, what);
}

/** How the service names itself where it acts for the board of its own accord. */
const SERVICE = "Exam board";
/** What is only ever the board's, and says so, or nobody's in particular. */
const NEEDS_NOBODY = new Set(["EntriesChanged", "MarksConfirmed", "NoticeSent"]);

/** When, and who it was; which of the board's people it was is for the board alone. */
function who({ at, by, channel, what }: Entry, ofBoard: boolean): string {
  const words = historyWords.value;
  if (channel !== "board") return words.by(moment(at), by, historyWords.value.channel[channel]);
  if (ofBoard && by !== SERVICE) return words.byPerson(moment(at), by);
  return NEEDS_NOBODY.has(what) ? moment(at) : words.byBoard(moment(at));
}

/** What was asked for and why, or how the board decided. */
function askedWords({ until, granted, asked, decided }: NonNullable<Entry["extension"]>): string {
  const words = historyWords.value.extension;
  if (granted === null) return words.asked(day(until), asked.note);
  return granted ? words.granted(day(until), decided?.note ?? "") : words.declined(decided?.note ?? "");
}

function Filter({ asked, ask }: { asked: string; ask: (number: string) => void }) {
  const words = historyWords.value;
  return (
    <div class="govuk-form-group">
      <label class="govuk-label" for="candidate">
        {words.candidate}
      </label>
      <div class="govuk-hint" id="candidate-hint">
        {words.hint}
      </div>
      <input
        class="govuk-input govuk-input--width-5"
        id="candidate"
        aria-describedby="candidate-hint"
        inputMode="numeric"
        autocomplete="off"
        value={asked}
        onInput={(event) => ask(event.currentTarget.value)}
      />
    </div>
  );
}
