import { useSignal } from "@preact/signals";
import type { Schemas } from "../../api/client";
import { getHead } from "../../api/head";
import { isOfBoard, useCentre } from "../../auth/centre";
import { wordFor } from "../../i18n/words";
import { day } from "../../lib/dates";
import { useResource } from "../../lib/resource";
import { SheetPage } from "../../sheet/SheetPage";
import { Unloaded } from "../../ui/Page";
import { amendWords } from "../amendments/words";
import { Changes } from "./Changes";
import { EntryNews } from "./EntryNews";
import { Older } from "./Older";
import { getHistory } from "./api";
import "./history.scss";
import { ofCandidate } from "./of-candidate";
import { usePages } from "./use-pages";
import { who } from "./who";
import { historyWords } from "./words";

type Entry = Schemas["HistoryEntry"];

/** Who changed what on a sheet, latest first. */
export function History({ sheet }: { sheet: string }) {
  const loaded = useResource(sheet, async () => {
    const [head, latest] = await Promise.all([getHead(sheet), getHistory(sheet)]);
    return { head, latest };
  });
  if (!loaded.data.value) return <Unloaded loaded={loaded} />;
  const { head, latest } = loaded.data.value;
  return (
    <SheetPage head={head} here="history" title={historyWords.value.title} loaded={loaded}>
      <Entries sheet={sheet} latest={latest} />
    </SheetPage>
  );
}

function Entries({ sheet, latest }: { sheet: string; latest: Schemas["HistoryOut"] }) {
  const names = useSignal({ ...latest.names });
  const pages = usePages(latest, async (before) => {
    const page = await getHistory(sheet, before);
    names.value = { ...names.value, ...page.names };
    return page;
  });
  const asked = useSignal("");
  const words = historyWords.value;
  const ofBoard = isOfBoard(useCentre());
  const found = ofCandidate(pages.entries.value, asked.value);

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
            {who(entry, ofBoard, NEEDS_NOBODY.has(entry.what))}
            {entry.extension && <span class="cm-hint">{askedWords(entry.extension)}</span>}
            <EntryNews entry={entry} names={names.value} />
            {entry.why && <Why why={entry.why} />}
            {entry.changes.length > 0 && <Changes changes={entry.changes} names={names.value} />}
          </li>
        ))}
      </ol>
      <Older {...pages} />
    </>
  );
}

/** What happened; a fact with a circumstance of null removed one. */
function happened({ what, changes, notice }: Entry): string {
  if (notice) return historyWords.value.told(notice.to, wordFor(historyWords.value.kinds, notice.kind));
  const takenBack = what === "CircumstanceRecorded" && changes.every(({ circumstance }) => circumstance === null);
  return takenBack ? historyWords.value.takenBack : wordFor(historyWords.value.what, what);
}

/** Who it was, for facts that are always the board's or nobody's. */
const NEEDS_NOBODY = new Set(["EntriesChanged", "SheetRestored", "MarksConfirmed", "NoticeSent"]);

/** What was requested and why, or how the board decided. */
function askedWords({ until, granted, asked, decided }: NonNullable<Entry["extension"]>): string {
  const words = historyWords.value.extension;
  if (granted === null) return words.asked(day(until), asked.note);
  return granted ? words.granted(day(until), decided?.note ?? "") : words.declined(decided?.note ?? "");
}

/** Why an amendment was requested, and the note on the decision. */
function Why({ why: { reason, explanation, note } }: { why: NonNullable<Entry["why"]> }) {
  const words = amendWords.value;
  return (
    <>
      <span class="cm-hint">{`${wordFor(words.reasons, reason)}: ${explanation}`}</span>
      {note && <span class="cm-hint">{`${words.list.boardNote}: ${note}`}</span>}
    </>
  );
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
