import type { Schemas } from "../api/client";
import { createStore, delMany, entries, setMany, type UseStore } from "idb-keyval";

/**
 * What someone typed and the service has not acknowledged: no names, only the value and the revision it was based on.
 */
export interface Kept {
  /** The person it was typed for; copies made before this was stored have none. */
  uci?: string;
  text: string;
  checked: boolean;
  flagged?: boolean;
  zero?: Schemas["ZeroReason"];
  /** The note to the checker where it is not saved; empty where it was removed. */
  memo?: string;
  revision: number;
  /** It can no longer be sent: kept until the person has seen it and removes it. */
  unsent?: boolean;
}

interface Entry extends Kept {
  at: number;
}

const KEPT_MS = 24 * 60 * 60 * 1000;
const KEY = /^([^|]+)\|([^|]+)\|([^|]+)$/;

const isOld = ({ at, unsent }: Entry): boolean => !unsent && Date.now() - at > KEPT_MS;

let keeping = true;

/** Whether this page may still store anything: not once its person signs out, though boxes may still be left. */
export function keep(on: boolean): void {
  keeping = on;
}

let opened: UseStore | undefined;
const store = () => (opened ??= createStore("centremark", "unsaved"));

const keyOf = (person: string, sheet: string, candidate: string) => `${person}|${sheet}|${candidate}`;

/**
 * The copy on this computer of what one person typed into one sheet and the service has not acknowledged yet. It
 * survives a crash, a lost connection and a sign-in; another person's is never read. Where the browser stores nothing
 * (a locked-down or private window), `holds` is false and everything else works.
 */
export class LocalCopy {
  #waiting = new Map<string, Kept | undefined>();
  #writing: Promise<void> | undefined;
  #holds = true;

  constructor(
    private readonly person: string,
    private readonly sheet: string,
  ) {}

  /** Whether the last write succeeded. */
  get holds(): boolean {
    return this.#holds;
  }

  /** Store a row's value, or delete it once it is acknowledged. */
  note(candidate: string, kept: Kept | undefined): void {
    if (!keeping) return;
    this.#waiting.set(candidate, kept);
    this.#writing ??= this.#write();
  }

  /** Resolves once this computer has stored, or deleted, everything so far. */
  async settled(): Promise<void> {
    await this.#writing;
  }

  /** The stored values, by candidate; those over a day old are deleted, unless they are shown to the person. */
  async read(): Promise<Map<string, Kept>> {
    const found = new Map<string, Kept>();
    try {
      const old: IDBValidKey[] = [];
      for (const [key, entry] of await entries<string, Entry>(store())) {
        const [, person, sheet, candidate] = KEY.exec(key) ?? [];
        if (isOld(entry)) old.push(key);
        else if (person === this.person && sheet === this.sheet && candidate) found.set(candidate, entry);
      }
      await delMany(old, store());
    } catch {
      this.#holds = false;
    }
    return found;
  }

  /** Write what is waiting, changes of one moment together, one write at a time. */
  async #write(): Promise<void> {
    await Promise.resolve();
    while (this.#waiting.size > 0) {
      const turn = [...this.#waiting];
      this.#waiting.clear();
      await this.#put(turn);
    }
    this.#writing = undefined;
  }

  async #put(turn: [string, Kept | undefined][]): Promise<void> {
    const at = Date.now();
    const kept: [string, Entry][] = [];
    const gone: string[] = [];
    for (const [candidate, value] of turn) {
      const key = keyOf(this.person, this.sheet, candidate);
      if (value) kept.push([key, { ...value, at }]);
      else gone.push(key);
    }
    try {
      if (kept.length > 0) await setMany(kept, store());
      if (gone.length > 0) await delMany(gone, store());
      this.#holds = true;
    } catch {
      this.#holds = false;
    }
  }
}

/** A row that this computer keeps; `unsent` when it can no longer be sent. */
export interface HeldRow {
  sheet: string;
  candidate: string;
  unsent: boolean;
}

/** The rows on this computer that are not saved, of any sheet: a person's, or everyone's when nobody is signed in. */
export async function held(person?: string): Promise<HeldRow[]> {
  try {
    return (await entries<string, Entry>(store())).flatMap(([key, entry]) => {
      const [, whose, sheet, candidate] = KEY.exec(key) ?? [];
      return sheet && candidate && !isOld(entry) && (whose === person || person === undefined) ? [{ sheet, candidate, unsent: entry.unsent ?? false }] : [];
    });
  } catch {
    return [];
  }
}

/** Delete everything a person has on this computer: they signed out. */
export async function forget(person: string): Promise<void> {
  for (const key of Object.keys(sessionStorage)) if (key.startsWith(`${person}|`)) sessionStorage.removeItem(key);
  try {
    const keys = (await entries<string, Entry>(store())).map(([key]) => key).filter((key) => key.startsWith(`${person}|`));
    await delMany(keys, store());
  } catch {
    // Nothing could be stored here, so there is nothing to delete.
  }
}
