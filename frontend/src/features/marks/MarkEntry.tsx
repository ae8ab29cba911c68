import { useSignal } from "@preact/signals";
import { useEffect, useMemo, useRef } from "preact/hooks";
import type { Schemas } from "../../api/client";
import { useCentre } from "../../auth/centre";
import { lazy } from "../../ui/lazy";
import { shortcutOf } from "../../lib/keys";
import { useResource } from "../../lib/resource";
import { ExtensionNow } from "../../sheet/ExtensionNow";
import { getSheet } from "../../sheet/api";
import { withPart } from "../../sheet/criteria";
import { lockOf } from "../../sheet/lock";
import { type Edit, type OpenSheet, isLocked } from "../../sheet/open-sheet";
import type { Row } from "../../sheet/row";
import { SaveBar } from "../../sheet/SaveBar";
import { SheetPage } from "../../sheet/SheetPage";
import { Unsent } from "../../sheet/Unsent";
import { useOpenSheet } from "../../sheet/use-open-sheet";
import { Unloaded } from "../../ui/Page";
import { cellsOf, columnOf } from "./pasting/cells";
import { gatheredBlock } from "./pasting/gathered";
import { type Fill, fill, marksIn } from "./pasting/fill";
import { PasteDialog } from "./pasting/PasteDialog";
import { pastingWords } from "./pasting/words";
import { ClearDialog, stayingWords } from "./ClearDialog";
import { type Clearing, clearingOf } from "./clearing";
import { MarksIntroduction } from "./MarksIntroduction";
import { placeOf } from "./CriteriaBoxes";
import { ABSENT } from "./MarkRow";
import { FIND } from "./FindCandidate";
import { MarkTable } from "./MarkTable";
import { Pages } from "./Pages";
import { NoteDialog } from "./NoteDialog";
import { RowMenu } from "./RowMenu";
import { Tools } from "./Tools";
import "./mark-entry.scss";
import { type View, useView } from "./use-view";
import { markEntryWords } from "./words";

/** A single pasted value goes into the box as text. */
const SEVERAL = 2;

const RecordDialog = lazy(async () => (await import("./circumstances/RecordDialog")).RecordDialog);

/** Enter marks for a sheet, fifty candidates at a time or all. */
export function MarkEntry({ sheet }: { sheet: string }) {
  const { me } = useCentre();
  const loaded = useResource(sheet, () => getSheet(sheet));
  return loaded.data.value ? <Sheet loaded={loaded.data.value} person={me.id} /> : <Unloaded loaded={loaded} />;
}

function Sheet({ loaded, person }: { loaded: Schemas["SheetOut"]; person: string }) {
  const sheet = useOpenSheet(loaded, person);
  const view = useView(sheet);
  const pasting = useSignal<{ table: string[][] | undefined } | undefined>(undefined);
  const clearing = useSignal<Clearing | undefined>(undefined);
  const recording = useSignal<{ candidate?: string } | undefined>(undefined);
  const noting = useSignal<string | undefined>(undefined);
  const menu = useSignal<string | undefined>(undefined);
  const said = useSignal("");
  const undoes = useSignal(false);
  const untouched = useRef(false);
  const head = sheet.head.value;
  const locked = isLocked(head);

  const say = (words: string) => {
    said.value = words;
    undoes.value = false;
  };
  const apply = (edits: Edit[], words: string) => {
    sheet.apply(edits);
    untouched.current = true;
    say(words);
    undoes.value = true;
  };
  const askToClear = () => {
    const asked = clearingOf(view.shown.peek().flatMap((candidate) => sheet.row(candidate)?.peek() ?? []));
    if (asked.candidates.length > 0) clearing.value = asked;
    else say([markEntryWords.value.clear.nothing, ...stayingWords(asked)].join(" "));
  };
  const clear = ({ candidates }: Clearing) => {
    clearing.value = undefined;
    apply(
      candidates.map((candidate) => ({ candidate, text: "" })),
      markEntryWords.value.clear.did(candidates.length),
    );
  };
  const absent = (candidate: string) => {
    if (sheet.row(candidate)?.peek().text !== ABSENT) apply([{ candidate, text: ABSENT }], markEntryWords.value.absent(candidate));
  };
  const undo = () => {
    sheet.undo();
    say(markEntryWords.value.paste.undone);
  };
  const onPaste = (event: ClipboardEvent) => {
    if (locked || !(event.target instanceof HTMLElement)) return;
    const table = cellsOf(event.clipboardData?.getData("text/plain") ?? "");
    const column = columnOf(table) ?? (sheet.scale.criteria && gatheredBlock(table, sheet.scale.criteria.length));
    const rows = rowsFrom(event.target, sheet, view);
    if (column && (column.length < SEVERAL || !rows)) return;
    event.preventDefault();
    if (!column || !rows) {
      pasting.value = { table };
      return;
    }
    const read = marksIn(column, sheet.scale, new Set(sheet.rows.map((row) => row.peek().candidate)));
    if (!("marks" in read)) {
      say("number" in read ? pastingWords.value.numbers(read.number) : pastingWords.value.unread(read.unread.replace(/[.:]+$/, "")));
      return;
    }
    const { criteria } = sheet.scale;
    const place = placeOf(event.target.dataset["column"]);
    const marks = criteria
      ? read.marks.map((mark, at) => (mark === "" || mark.includes("+") ? mark : withPart(rows[at]?.text ?? "", criteria.length, place, mark)))
      : read.marks;
    const filled = fill(rows, marks, sheet.scale);
    apply(filled.edits, filledWords(filled));
  };
  // A row renders again when what it is given changes: these functions stay the same, and call the latest ones.
  const now = useRef({ absent, undo });
  now.current = { absent, undo };
  const acts = useMemo(
    () => ({
      absent: (candidate: string) => now.current.absent(candidate),
      undo: () => now.current.undo(),
      more: (candidate: string) => (menu.value = candidate),
    }),
    [menu],
  );
  useShortcuts((letter) => {
    if (letter === "s") void sheet.flush();
    else if (letter === "k") document.getElementById(FIND)?.focus();
    else if (letter === "z" && untouched.current && sheet.undoable.peek()) undo();
    else return false;
    return true;
  });

  return (
    <SheetPage
      head={head}
      here="marks"
      beside={lockOf(head) !== "submitted" && <ExtensionNow sheet={head.id} extension={head.extension} may={head.may.submit} />}
    >
      <MarksIntroduction sheet={sheet} goTo={view.goTo} />
      <Unsent sheet={sheet} />
      <Tools
        sheet={sheet}
        view={view}
        locked={locked}
        paste={() => (pasting.value = { table: undefined })}
        clear={askToClear}
        record={() => (recording.value = {})}
      />
      <div class="cm-said" role="status">
        {said.value && (
          <>
            {said.value}{" "}
            {undoes.value && sheet.undoable.value && (
              <button type="button" class="cm-link-button" onClick={undo}>
                {markEntryWords.value.paste.undo}
              </button>
            )}
          </>
        )}
      </div>
      {view.shown.value.length < head.candidates && (
        <p class="govuk-body cm-on-paper">{markEntryWords.value.onPaper(view.shown.value.length, head.candidates)}</p>
      )}
      <div onPaste={onPaste} onInput={() => (untouched.current = false)}>
        <MarkTable sheet={sheet} view={view} locked={locked} acts={acts} />
      </div>
      <Pages view={view} />
      <SaveBar sheet={sheet} locked={locked} toProblem={() => goToProblem(sheet, view)} />
      {clearing.value && (
        <ClearDialog clearing={clearing.value} clear={() => clearing.value && clear(clearing.value)} close={() => (clearing.value = undefined)} />
      )}
      {menu.value && (
        <RowMenu
          sheet={sheet}
          candidate={menu.value}
          absent={absent}
          record={(candidate) => (recording.value = { candidate })}
          leaveNote={(candidate) => (noting.value = candidate)}
          close={() => (menu.value = undefined)}
        />
      )}
      {noting.value && <NoteDialog sheet={sheet} candidate={noting.value} close={() => (noting.value = undefined)} />}
      {recording.value && <RecordDialog sheet={sheet} {...recording.value} said={say} close={() => (recording.value = undefined)} />}
      {pasting.value && <PasteDialog sheet={sheet} table={pasting.value.table} put={apply} close={() => (pasting.value = undefined)} />}
    </SheetPage>
  );
}

/** The rows from a box downwards, as they are shown, without those submitted; undefined where the box is in no row. */
function rowsFrom(box: HTMLElement, sheet: OpenSheet, view: View): Row[] | undefined {
  const start = box.closest(".cm-row")?.id.slice(1);
  if (!start) return undefined;
  const below = view.found.peek().slice(view.found.peek().indexOf(start));
  return below.flatMap((candidate) => sheet.row(candidate)?.peek() ?? []).filter((row) => !row.submitted);
}

function filledWords({ edits, changing, carried, bad, leftOver, empty }: Fill): string {
  const words = markEntryWords.value.paste;
  return [
    words.did(edits.length, edits[0]?.candidate ?? ""),
    changing > 0 ? `${words.changing(changing)}.` : "",
    carried > 0 ? `${words.carried(carried)}.` : "",
    bad > 0 ? words.attention(bad) : "",
    leftOver.length > 0 ? words.leftOver(leftOver.length, leftOver.join(", ")) : "",
    empty > 0 ? words.left(empty) : "",
  ]
    .filter((part) => part !== "")
    .join(" ");
}

function goToProblem(sheet: OpenSheet, view: View): void {
  const first = sheet.rows.find((row) => row.peek().problem ?? row.peek().theirs);
  if (first) view.goTo(first.peek().candidate);
}

/** Letters with Ctrl or Command that do something here; `pressed` gives whether it used the letter. */
function useShortcuts(pressed: (letter: string) => boolean): void {
  const latest = useRef(pressed);
  latest.current = pressed;
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const letter = shortcutOf(event);
      if (letter && latest.current(letter)) event.preventDefault();
    };
    addEventListener("keydown", listen);
    return () => removeEventListener("keydown", listen);
  }, []);
}
