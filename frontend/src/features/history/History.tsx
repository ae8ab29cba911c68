import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import type { Schemas } from "../../api/client";
import { getHead } from "../../api/head";
import { isOfBoard, useCentre } from "../../auth/centre";
import { type Say, wordFor } from "../../i18n/words";
import { clock, day } from "../../lib/dates";
import { useResource } from "../../lib/resource";
import { leaveStep, toStep, useStep } from "../../lib/step";
import { SheetPage } from "../../sheet/SheetPage";
import { lockOf } from "../../sheet/lock";
import { Field } from "../../ui/Field";
import { Unloaded } from "../../ui/Page";
import { Said } from "../../ui/Said";
import { amendWords } from "../amendments/words";
import { Changes } from "./Changes";
import { EntryNews, type Names } from "./EntryNews";
import { Older } from "./Older";
import { PutBack } from "./PutBack";
import { SittingNews, putBackId } from "./SittingNews";
import { getHistory } from "./api";
import { filtered, peopleIn } from "./filtered";
import "./history.scss";
import { type Entry, type Told, savesBack, stepOf, story } from "./story";
import { type Filters, useFilters } from "./use-filters";
import { usePages } from "./use-pages";
import { SERVICE, who } from "./who";
import { historyWords } from "./words";

/** Who changed what on a sheet, latest first, a day at a time; marks can be put back from it. */
export function History({ sheet }: { sheet: string }) {
  const loaded = useResource(sheet, async () => {
    const [head, latest] = await Promise.all([getHead(sheet), getHistory(sheet)]);
    return { head, latest };
  });
  const said = useSignal<Say | undefined>(undefined);
  if (!loaded.data.value) return <Unloaded loaded={loaded} />;
  const { head, latest } = loaded.data.value;
  const putBack = async (say: Say) => {
    await loaded.reload();
    said.value = say;
  };
  return (
    <SheetPage head={head} here="history" title={historyWords.value.title} loaded={loaded}>
      <Said say={said.value} />
      <Entries key={head.version} head={head} latest={latest} putBack={putBack} />
    </SheetPage>
  );
}

interface EntriesProps {
  head: Schemas["SheetHead"];
  latest: Schemas["HistoryOut"];
  /** Marks were put back: say so, and read everything again. */
  putBack: (say: Say) => Promise<void>;
}

function Entries({ head, latest, putBack }: EntriesProps) {
  const names = useSignal({ ...latest.names });
  const pages = usePages(latest, async (before) => {
    const page = await getHistory(head.id, before);
    names.value = { ...names.value, ...page.names };
    return page;
  });
  const { filters, choose } = useFilters();
  const words = historyWords.value;
  const ofBoard = isOfBoard(useCentre());
  const lock = lockOf(head);
  const entries = pages.entries.value;
  const found = filtered(entries, filters, names.value, ofBoard);
  const days = story(found, savesBack(entries));
  const events = days.reduce((sum, { told }) => sum + told.length, 0);
  const asked = filters.by !== "" || filters.candidate.trim() !== "";
  const oldest = entries.at(-1);
  const step = useStep();
  const chosen = step !== undefined && !lock && !ofBoard ? days.flatMap(({ told }) => told).find((told) => stepTo(told) === step) : undefined;
  const from = useRef<string | undefined>(undefined);
  useEffect(() => {
    if (!chosen && from.current) document.getElementById(from.current)?.focus();
    from.current = chosen && step;
  }, [chosen, step]);
  if (chosen?.kind === "sitting") {
    const done = (say: Say) => {
      leaveStep();
      return putBack(say);
    };
    return <PutBack sheet={head.id} steps={chosen.steps} close={leaveStep} done={done} />;
  }
  return (
    <>
      {step !== undefined && <p class="govuk-inset-text">{words.back.notHere}</p>}
      <FilterForm filters={filters} people={peopleIn(entries, ofBoard)} choose={choose} />
      <p class="govuk-body" role="status">
        {events > 0 ? words.found(events) : asked ? words.noneOf : words.none}
        {asked && pages.more && oldest && ` ${words.searched(day(oldest.at))}`}
      </p>
      {lock && !ofBoard && entries.some(({ what }) => what === "MarksSaved") && <p class="govuk-hint cm-screen">{words.back.not[lock]}</p>}
      {days.map((one) => (
        <section key={one.day} class="cm-history__day" aria-label={one.day}>
          <h2 class="govuk-heading-m">{one.day}</h2>
          <ol class="govuk-list cm-history">
            {one.told.map((told) =>
              told.kind === "sitting" ? (
                <li key={`sitting ${told.entries[0]?.version}`}>
                  <SittingNews sitting={told} names={names.value} ofBoard={ofBoard} putBack={lock || ofBoard ? undefined : () => toStep(stepTo(told) ?? "")} />
                </li>
              ) : (
                <li key={`${told.entry.version}${told.entry.what}${told.entry.at}${told.entry.notice?.to}`}>
                  <EventNews entry={told.entry} names={names.value} ofBoard={ofBoard} />
                </li>
              ),
            )}
          </ol>
        </section>
      ))}
      <Older {...pages} />
    </>
  );
}

/** What the address calls the step that puts a sitting back. */
const stepTo = (told: Told): string | undefined => (told.kind === "sitting" && told.entries[0] ? putBackId(told.entries[0]) : undefined);

function EventNews({ entry, names, ofBoard }: { entry: Entry; names: Names; ofBoard: boolean }) {
  const words = historyWords.value;
  return (
    <>
      <strong>{happened(entry)}</strong> {entry.submission !== null && `(${words.submission(entry.submission)}) `}
      {who(entry, ofBoard, NEEDS_NOBODY.has(entry.what), clock)}
      {entry.extension && <span class="cm-hint">{askedWords(entry.extension)}</span>}
      {entry.request && <span class="cm-hint">{requestWords(entry.request)}</span>}
      <EntryNews entry={entry} names={names} />
      {entry.why && <Why why={entry.why} />}
      {entry.changes.length > 0 && <Changes steps={entry.changes.map(stepOf)} names={names} />}
    </>
  );
}

/** What happened; a fact with a circumstance of null removed one. */
function happened({ what, changes, notice }: Entry): string {
  if (notice) return historyWords.value.told(notice.to, wordFor(historyWords.value.kinds, notice.kind));
  const takenBack = what === "CircumstanceRecorded" && changes.every(({ circumstance }) => circumstance === null);
  return takenBack ? historyWords.value.takenBack : wordFor(historyWords.value.what, what);
}

const requestWords = ({ to, groups, due }: NonNullable<Entry["request"]>): string => historyWords.value.request(to, groups.length, groups.join(", "), day(due));

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

interface FilterProps {
  filters: Filters;
  people: string[];
  choose: (part: Partial<Filters>) => void;
}

function FilterForm({ filters, people, choose }: FilterProps) {
  const words = historyWords.value;
  const listed = filters.by === "" || people.includes(filters.by) ? people : [...people, filters.by];
  return (
    <div class="cm-search cm-screen">
      <Field id="person" label={words.person}>
        {(props) => (
          <select class="govuk-select" {...props} value={filters.by} onChange={(event) => choose({ by: event.currentTarget.value })}>
            <option value="">{words.everyone}</option>
            {listed.map((name) => (
              <option key={name} value={name}>
                {name === SERVICE ? words.board : name}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field id="candidate" label={words.candidate}>
        {(props) => (
          <input
            class="govuk-input govuk-input--width-10"
            {...props}
            autocomplete="off"
            value={filters.candidate}
            onInput={(event) => choose({ candidate: event.currentTarget.value })}
          />
        )}
      </Field>
    </div>
  );
}
