import { useComputed } from "@preact/signals";
import { Link } from "wouter-preact";
import { session, signIn } from "../auth/session";
import { useCentre } from "../auth/centre";
import { t } from "../i18n/words";
import { clock } from "../lib/dates";
import { online } from "../lib/online";
import { anyOf } from "../lib/people";
import { type BarAction, barAction } from "./bar-action";
import { barWords, isException, isSpoken } from "./bar-words";
import type { OpenSheet } from "./open-sheet";
import { isClosed, isOwn } from "./row";
import { refusalWords } from "./row-words";
import { lazy } from "../ui/lazy";
import "./sheet.scss";
import { sheetWords } from "./words";

const ColleaguesThere = lazy(async () => (await import("./ColleaguesThere")).ColleaguesThere, { part: true });

interface Props {
  sheet: OpenSheet;
  locked: boolean;
  /** Whether the page is where rows are checked. */
  checking?: boolean;
  /** The progress, where the page knows better than the last save. */
  progress?: string;
  toProblem: () => void;
}

/** What is saved, what is not and why, how far the sheet is, and what to do next. Only the outcome of a save is announced, never each key. */
export function SaveBar({ sheet, locked, checking = false, progress, toProblem }: Props) {
  const seen = useComputed(() => ({
    ...sheet.tally(),
    queue: sheet.queue.value,
    savedAt: sheet.savedAt.value === undefined ? undefined : clock(new Date(sheet.savedAt.value)),
    refusal: refusalWords(sheet.refusal.value?.problem.code ?? "", sheet.refusal.value?.message ?? ""),
    kept: sheet.kept,
    online: online.value,
    signedOut: session.value === "expired",
  }));
  const spoken = useComputed(() => isSpoken(seen.value));
  const words = useComputed(() => barWords(seen.value));
  const exception = useComputed(() => isException(seen.value));
  const action = useComputed(() => barAction(seen.value, { ...sheet.head.value, checkable: () => isCheckable(sheet), checking }));
  const head = sheet.head.value;
  const { saving } = sheetWords.value;
  return (
    <div class="cm-bar">
      <div class="cm-bar__said">
        {!locked && (
          <p class={`govuk-body cm-bar__words${exception.value ? " cm-problem" : ""}`} role="status" aria-live={spoken.value ? "polite" : "off"}>
            {words.value}
          </p>
        )}
        <p class="cm-hint cm-bar__words">{progress ?? saving.progress(head.entered, head.checked, head.candidates)}</p>
        <ColleaguesThere sheet={sheet} />
      </div>
      {!locked && (
        <div class="cm-bar__buttons">
          {seen.value.problems > 0 && (
            <button type="button" class="cm-link-button" onClick={toProblem}>
              {saving.goTo}
            </button>
          )}
          <Next sheet={sheet} action={action.value} />
        </div>
      )}
    </div>
  );
}

/** Whether someone who may enter marks may tick a row that is not ticked. */
function isCheckable(sheet: OpenSheet): boolean {
  return sheet.rows.some(({ value: row }) => !row.checked && !isClosed(row) && !(sheet.secondChecker.value && isOwn(row)));
}

function Next({ sheet, action }: { sheet: OpenSheet; action: BarAction }) {
  const { me } = useCentre();
  const { id, submitters } = sheet.head.value;
  const { saving, tabs } = sheetWords.value;
  const who = anyOf(submitters.filter((name) => name !== me.name)) || saving.someoneElse;
  switch (action) {
    case "sign in":
      return <Button words={t.value.shell.expired.signIn} press={() => void signIn()} />;
    case "check":
    case "submit":
      return (
        <Link class="govuk-button" href={`/sheets/${id}/${action}`}>
          {action === "check" ? saving.check : tabs.other.submit}
        </Link>
      );
    case "ready to check":
      return <span class="cm-bar__words">{saving.readyToCheck(who)}</span>;
    case "ready to submit":
      return <span class="cm-bar__words">{saving.readyToSubmit(who)}</span>;
    default:
      return <Button words={t.value.shell.save} press={() => void sheet.flush()} />;
  }
}

const Button = ({ words, press }: { words: string; press: () => void }) => (
  <button type="button" class="govuk-button" onClick={press}>
    {words}
  </button>
);
