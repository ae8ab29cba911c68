import { type Signal, signal } from "@preact/signals";
import { useEffect, useMemo } from "preact/hooks";
import type { Schemas } from "../../api/client";
import { session } from "../../auth/session";
import { en } from "../../i18n/en";
import { guardLeaving } from "../../lib/leaving";
import { getSheet, saveMarks } from "./api";
import { keepDraft, takeDraft } from "./drafts";
import { type QueueState, SaveQueue } from "./save-queue";
import { type Row, answered, fromServer, isDirty, markSent, refreshed, resumed, stateOf, toChange } from "./sheet-store";

type Sheet = Omit<Schemas["SheetOut"], "rows">;

export interface OpenPage {
  sheet: Signal<Sheet>;
  rows: Signal<Row>[];
  queue: Signal<QueueState>;
  savedAt: Signal<Date | undefined>;
  refusal: Signal<string>;
  edit: (row: Signal<Row>, next: Row) => void;
  flush: () => Promise<boolean>;
}

/** Load one page of a sheet. */
export async function loadPage(id: string, page: number, person: string): Promise<{ head: Sheet; rows: Row[] }> {
  const { data } = await getSheet(id, page);
  const { rows, ...head } = data;
  const draft = takeDraft(person, id);
  return {
    head,
    rows: rows.map((fresh) => {
      const row = fromServer(fresh);
      const kept = draft[row.candidate];
      return kept ? resumed(row, kept) : row;
    }),
  };
}

/** Keep one page of a sheet open for typing: rows, and the queue that saves them. */
export function useOpenPage(loaded: { head: Sheet; rows: Row[] }, person: string): OpenPage {
  const open = useMemo(() => {
    const sheet = signal(loaded.head);
    const rows = loaded.rows.map((row) => signal(row));
    const byCandidate = new Map(rows.map((row) => [row.value.candidate, row]));
    const queue = signal<QueueState>("idle");
    const savedAt = signal<Date | undefined>(undefined);
    const refusal = signal("");
    const { scale } = loaded.head.assessment;
    const each = (candidates: string[], change: (row: Row) => Row) => {
      for (const candidate of candidates) {
        const row = byCandidate.get(candidate);
        if (row) row.value = change(row.value);
      }
    };
    const saves = new SaveQueue<Schemas["SavedOut"]>({
      collect: () => rows.flatMap((row) => (row.value.sent ? [] : (toChange(row.value, scale) ?? []))),
      sending: (changes) => each(changes.map((c) => c.candidate), (row) => markSent(row, scale)),
      send: (changes, key) => saveMarks(loaded.head.id, changes, key),
      answered: (answer) => {
        for (const one of answer.rows) each([one.candidate], (row) => answered(row, one));
        const { status, version, candidates, entered, checked } = answer;
        sheet.value = { ...sheet.value, status, version, candidates, entered, checked };
        savedAt.value = new Date();
      },
      refused: (changes, why) => {
        refusal.value = why;
        each(changes.map((c) => c.candidate), ({ sent: _sent, ...row }) => ({ ...row, problem: why }));
      },
      changed: (state) => {
        queue.value = state;
      },
    });
    const edit = (row: Signal<Row>, next: Row) => {
      row.value = next;
      if (isDirty(next)) saves.touch();
    };
    return { page: { sheet, rows, queue, savedAt, refusal, edit, flush: () => saves.flush() }, saves };
  }, [loaded]);

  useEffect(() => {
    const rows = () => open.page.rows.map((row) => row.value);
    const warn = (event: BeforeUnloadEvent) => {
      if (session.value === "expired") keepDraft(person, loaded.head.id, rows());
      else if (rows().some(isDirty)) event.preventDefault();
    };
    const look = async () => {
      const fresh = await loadPage(loaded.head.id, loaded.head.page ?? 1, person).catch(() => undefined);
      if (!fresh) return;
      open.page.sheet.value = fresh.head;
      for (const [n, row] of open.page.rows.entries()) {
        const now = fresh.rows[n];
        if (now?.candidate === row.peek().candidate) row.value = refreshed(row.peek(), now);
      }
    };
    const lookAgain = () => void look();
    addEventListener("beforeunload", warn);
    addEventListener("focus", lookAgain);
    const freeGuard = guardLeaving(async () => {
      await open.saves.flush();
      const left = rows().filter(isDirty).length;
      return left === 0 || confirm(en.leave(left));
    });
    if (rows().some(isDirty)) open.saves.touch();
    return () => {
      removeEventListener("beforeunload", warn);
      removeEventListener("focus", lookAgain);
      freeGuard();
      void open.saves.flush();
    };
  }, [open]);
  return open.page;
}

/** How many rows wait to be saved, and how many cannot be until someone looks at them. */
export function tally(rows: Row[]): { unsaved: number; problems: number } {
  const states = rows.map(stateOf);
  return {
    unsaved: states.filter((state) => state === "not saved" || state === "saving").length,
    problems: states.filter((state) => state === "problem" || state === "changed elsewhere").length,
  };
}
