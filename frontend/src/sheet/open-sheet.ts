import { type Signal, batch, computed, signal } from "@preact/signals";
import type { ApiError, Schemas } from "../api/client";
import { LocalCopy } from "../lib/local-copy";
import { getSheet, saveMarks } from "./api";
import { lockOf } from "./lock";
import type { Scale } from "./parse";
import {
  type Row,
  answered,
  fromServer,
  isClosed,
  isDirty,
  isOther,
  isSomeoneElse,
  markSent,
  notSent,
  noted,
  refreshed,
  resumed,
  stateOf,
  toChange,
  type,
} from "./row";
import { type QueueState, SaveQueue, isAway } from "./save-queue";

export type Head = Omit<Schemas["SheetOut"], "rows">;

/** The service's code for submitted marks. */
const SUBMITTED = "already-submitted";

/** Whether marks of late entries are to be sent after the others. */
export const isSupplementary = (head: Pick<Head, "submission" | "late_entries">): boolean => head.submission !== null && head.late_entries > 0;

/** Whether this person can change nothing on the sheet. */
export const isLocked = (head: Head): boolean => lockOf(head) !== undefined;

/** What someone typed and can no longer send. */
export interface Unsent {
  candidate: string;
  typed: string;
  /** The note to the checker, if one was not saved. */
  memo?: string;
  /** The name of the person it was typed for, who is not on the sheet any more; empty where it is not known. */
  gone?: string;
}

/** A value to put into a candidate's box. */
export interface Edit {
  candidate: string;
  text: string;
}

/** The last change of many rows, which can be undone as a whole. */
interface Undoable {
  before: Map<string, Row>;
  after: Map<string, string>;
}

/** How many rows wait to be saved, and how many cannot be saved until someone looks at them. */
export interface Tally {
  unsaved: number;
  problems: number;
}

/**
 * One sheet, open for typing: every row, the queue that saves them and the copy on this computer of what the service
 * has not acknowledged. What someone is typing is never replaced by what the service has.
 */
export class OpenSheet {
  readonly head: Signal<Head>;
  readonly queue = signal<QueueState>("idle");
  /** Whether unsaved rows cannot reach the service just now. */
  readonly away = computed(() => isAway(this.queue.value));
  readonly savedAt = signal<number | undefined>(undefined);
  readonly refusal = signal<ApiError | undefined>(undefined);
  /** Whether nobody may check a mark that they entered. */
  readonly secondChecker = computed(() => this.head.value.second_checker);
  /** What was typed on this computer into rows that closed before it was saved; kept until `dismiss`. */
  readonly unsent = signal<readonly Unsent[]>([]);
  readonly undoable = signal<Undoable | undefined>(undefined);
  /** Whether others changed the sheet since it was last read. */
  readonly behind = signal(false);
  readonly #scale: Scale;
  readonly #rows: Signal<readonly Signal<Row>[]>;
  #byCandidate: Map<string, Signal<Row>>;
  /** The candidate whose row someone is at, and what others have saved there since. */
  #at: string | undefined;
  #later: Row | undefined;
  readonly #copy: LocalCopy;
  readonly #saves: SaveQueue<Schemas["SavedOut"]>;

  constructor({ rows, ...head }: Schemas["SheetOut"], person: string) {
    this.head = signal(head);
    this.#scale = head.criteria.length > 0 ? { ...head.assessment.scale, criteria: head.criteria } : head.assessment.scale;
    this.#rows = signal(rows.map((row) => signal(fromServer(row, this.#scale, isSupplementary(head)))));
    this.#byCandidate = byCandidate(this.#rows.peek());
    this.#copy = new LocalCopy(person, head.id);
    this.#saves = new SaveQueue({
      collect: () => this.#rows.peek().flatMap((row) => (row.peek().sent ? [] : (toChange(row.peek(), this.scale) ?? []))),
      sending: (changes) => this.#each(changes, (row) => markSent(row, this.scale)),
      send: (changes, key) => saveMarks(head.id, changes, key),
      answered: (answer) => this.#take(answer),
      refused: (changes, why) => {
        const { code = "", detail = "" } = why.problem;
        this.refusal.value = why;
        this.#eachSent(changes, (row) => ({ ...notSent(row), problem: { kind: "refused", code, detail } }));
        if (code === SUBMITTED) void this.look();
      },
      changed: (state) => {
        this.queue.value = state;
      },
    });
  }

  /** Everyone on the sheet, by number. */
  get rows(): readonly Signal<Row>[] {
    return this.#rows.value;
  }

  get scale(): Scale {
    return this.#scale;
  }

  /** Whether this computer stores what is not saved. */
  get kept(): boolean {
    return this.#copy.holds;
  }

  row(candidate: string): Signal<Row> | undefined {
    return this.#byCandidate.get(candidate);
  }

  /** Restore what this computer stored on an earlier visit, and send it; what can no longer be sent is `unsent`. */
  async resume(): Promise<void> {
    const kept = await this.#copy.read();
    batch(() => {
      for (const [candidate, value] of kept) {
        const row = this.row(candidate);
        if (!row || (value.uci && value.uci !== row.peek().uci)) this.#setAside({ candidate, typed: value.text, ...memoIn(value.memo), gone: "" }, value.uci);
        else if (value.unsent || this.#isClosed(row.peek())) this.#setAside({ candidate, typed: value.text, ...memoIn(value.memo) }, value.uci);
        else {
          this.#set(row, resumed(row.peek(), value, this.scale));
          if (!isDirty(row.peek(), this.scale)) this.#copy.note(candidate, undefined);
        }
      }
    });
    if (this.unsaved() > 0) this.#saves.touch();
  }

  /** Delete what can no longer be sent: the person has seen it. It is listed until this computer no longer has it. */
  async dismiss(): Promise<void> {
    const seen = this.unsent.peek();
    for (const { candidate } of seen) {
      const row = this.row(candidate)?.peek();
      if (!row || !isDirty(row, this.scale)) this.#copy.note(candidate, undefined);
    }
    await this.#copy.settled();
    this.unsent.value = this.unsent.peek().filter((one) => !seen.includes(one));
  }

  edit(row: Signal<Row>, next: Row): void {
    if (this.#isClosed(row.peek())) return;
    this.#set(row, next);
    if (isDirty(next, this.scale)) this.#saves.touch();
  }

  /** Put many values in at once; `undo` takes them all back. */
  apply(edits: Edit[]): void {
    const undoable: Undoable = { before: new Map(), after: new Map() };
    batch(() => {
      for (const { candidate, text } of edits) {
        const row = this.row(candidate);
        if (!row) continue;
        undoable.before.set(candidate, row.peek());
        undoable.after.set(candidate, text);
        this.edit(row, type(row.peek(), text, this.scale));
      }
    });
    this.undoable.value = undoable;
  }

  /** Undo the last `apply`, except for rows changed since. A tick or flag is restored only where nothing was saved. */
  undo(): void {
    const last = this.undoable.peek();
    if (!last) return;
    batch(() => {
      for (const [candidate, was] of last.before) {
        const row = this.row(candidate);
        if (!row || row.peek().text !== last.after.get(candidate)) continue;
        const back = type(row.peek(), was.text, this.scale);
        const untouched = row.peek().revision === was.revision && !row.peek().sent;
        this.edit(row, untouched ? { ...back, checked: was.checked, flagged: was.flagged, unticked: false } : back);
      }
    });
    this.undoable.value = undefined;
  }

  /** Send now what can be sent; true when all of it was answered. */
  flush(): Promise<boolean> {
    return this.#saves.flush();
  }

  /** The connection is back. */
  online(): void {
    this.#saves.resume();
  }

  /** Read what the service has now, if it answers. */
  async look(): Promise<void> {
    const fresh = await getSheet(this.head.peek().id).catch(() => undefined);
    if (fresh) this.refresh(fresh);
  }

  /**
   * Apply what the service has now to rows nobody works on and to those that closed, and add, remove and rename
   * candidates. The row someone is at follows when they leave it (`visit`). An answer older than what is known changes nothing.
   */
  refresh({ rows, ...head }: Schemas["SheetOut"]): void {
    if (head.version < this.head.peek().version) return;
    const before = this.#byCandidate;
    batch(() => {
      this.head.value = head;
      this.behind.value = false;
      const now = rows.map((fresh) => this.#renewed(fromServer(fresh, this.scale, isSupplementary(head))));
      const same = now.length === before.size && now.every((row) => before.get(row.peek().candidate) === row);
      if (same) return;
      this.#rows.value = now;
      this.#byCandidate = byCandidate(now);
      for (const [candidate, row] of before) if (this.row(candidate) !== row) this.#letGo(row.peek());
    });
  }

  /**
   * Someone is at a candidate's row, or at none. What others save there is shown once the row is left: otherwise a key
   * pressed in that moment would change or tick a mark that the person has not seen.
   */
  visit(at: string | undefined): void {
    if (at === this.#at) return;
    this.#at = at;
    const later = this.#later;
    this.#later = undefined;
    const row = later && this.row(later.candidate);
    if (row && !isSomeoneElse(row.peek(), later)) row.value = refreshed(row.peek(), later, this.scale);
  }

  /** Show the circumstance that was recorded for a candidate. */
  recorded({ candidate, circumstance, version }: Schemas["RecordedOut"]): void {
    const row = this.row(candidate);
    if (!row) return;
    const bare = { former: null, moved_from: null, carried_from: null };
    const note = { ...bare, ...row.peek().note, circumstance };
    batch(() => {
      row.value = noted(row.peek(), Object.values(note).some(Boolean) ? note : undefined);
      this.head.value = { ...this.head.peek(), version };
    });
  }

  tally(): Tally {
    const states = this.rows.map((row) => stateOf(row.value, this.scale));
    return {
      unsaved: states.filter((state) => state === "not saved" || state === "saving").length,
      problems: states.filter((state) => state === "problem" || state === "changed elsewhere").length,
    };
  }

  /** How many rows have something that the service does not. */
  unsaved(): number {
    return this.rows.filter((row) => isDirty(row.peek(), this.scale)).length;
  }

  #take(answer: Schemas["SavedOut"]): void {
    const at = Date.now();
    batch(() => {
      for (const one of answer.rows) this.#eachSent([one], (row) => answered(row, one, this.scale, at));
      if (answer.rows.some(({ problem }) => problem?.code === SUBMITTED)) void this.look();
      const { status, version, candidates, entered, checked } = answer;
      const own = answer.rows.some(({ result }) => result === "saved") ? 1 : 0;
      if (version > this.head.peek().version + own || candidates !== this.#rows.peek().length) this.behind.value = true;
      if (version >= this.head.peek().version) this.head.value = { ...this.head.peek(), status, version, candidates, entered, checked };
      this.savedAt.value = at;
    });
  }

  #each(some: { candidate: string }[], change: (row: Row) => Row): void {
    for (const { candidate } of some) {
      const row = this.row(candidate);
      if (row && !this.#isClosed(row.peek())) this.#set(row, change(row.peek()));
    }
  }

  /** Only rows that were sent: a number may have come to belong to someone else before the answer came. */
  #eachSent(some: { candidate: string }[], change: (row: Row) => Row): void {
    this.#each(some, (row) => (row.sent ? change(row) : row));
  }

  /** Whether this person can change nothing in the row. */
  #isClosed(row: Row): boolean {
    return isClosed(row) || isLocked(this.head.peek());
  }

  /** The row of a candidate as it is now: the existing one, or a new one for another person. */
  #renewed(fresh: Row): Signal<Row> {
    const row = this.row(fresh.candidate);
    if (!row || isSomeoneElse(row.peek(), fresh)) return signal(fresh);
    const was = row.peek();
    const closed = this.#isClosed(fresh);
    const here = fresh.candidate === this.#at;
    if (here) this.#later = closed ? undefined : fresh;
    row.value = closed ? fresh : refreshed(was, fresh, this.scale, here);
    if (closed && isDirty(was, this.scale)) this.#setAside({ candidate: was.candidate, typed: was.text, ...newMemo(was) }, was.uci);
    return row;
  }

  /** Drop the row of someone who is not on the sheet any more. */
  #letGo(row: Row): void {
    const { candidate, uci, text, name } = row;
    this.undoable.peek()?.before.delete(candidate);
    const memo = newMemo(row);
    if (memo.memo || isOther(row, text, this.scale)) this.#setAside({ candidate, typed: text, ...memo, gone: name }, uci);
    else if (isDirty(row, this.scale)) this.#copy.note(candidate, undefined);
  }

  /** Keep what was typed, where it differs from the row's mark, to be shown and not sent. */
  #setAside(one: Unsent, uci: string | undefined): void {
    const { candidate, typed, memo } = one;
    const row = this.row(candidate)?.peek();
    const other = one.gone !== undefined || !row || memo !== undefined || isOther(row, typed, this.scale);
    const kept = { ...(uci ? { uci } : {}), text: typed, ...memoIn(memo), checked: false, revision: -1, unsent: true };
    this.#copy.note(candidate, other ? kept : undefined);
    const rest = this.unsent.peek().filter((old) => old.candidate !== candidate || old.gone !== one.gone);
    this.unsent.value = other ? [...rest, one] : rest;
  }

  #set(row: Signal<Row>, next: Row): void {
    const { candidate, uci, text, checked, flagged, zero, memo, revision, theirs } = next;
    const changed = memo === next.saved.memo ? {} : { memo: memo ?? "" };
    const now = isDirty(next, this.scale);
    // Asked again on the next visit: no revision of the service is the one this was based on.
    if (now) this.#copy.note(candidate, { uci, text, checked, flagged, ...(zero ? { zero } : {}), ...changed, revision: theirs ? -1 : revision });
    else if (isDirty(row.peek(), this.scale)) this.#copy.note(candidate, undefined);
    row.value = next;
  }
}

const memoIn = (memo: string | undefined): { memo?: string } => (memo ? { memo } : {});

/** The note to the checker that the service does not have. */
const newMemo = (row: Row) => memoIn(row.memo === row.saved.memo ? undefined : row.memo);

const byCandidate = (rows: readonly Signal<Row>[]) => new Map(rows.map((row) => [row.peek().candidate, row]));
