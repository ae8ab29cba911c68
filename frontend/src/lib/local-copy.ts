import { createStore, delMany, entries, setMany, type UseStore } from "idb-keyval";

/** What someone typed and the service has not acknowledged: no names, only the value and what it was based on. */
export interface Kept {
  /** Whom it was typed for; what was kept before this was known has none. */
  uci?: string;
  text: string;
  checked: boolean;
  flagged?: boolean;
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

/** Whether this page keeps anything from now on: not when its person signs out, though boxes may still be left. */
export function keep(on: boolean): void {
  keeping = on;
}

let opened: UseStore | undefined;
const store = () => (opened ??= createStore("centremark", "unsaved"));

const keyOf = (person: string, sheet: string, candidate: string) => `${person}|${sheet}|${candidate}`;

/**
 * The copy on this computer of what one person typed into one sheet and the service has not acknowledged yet. It
 * bridges a crash, a lost connection and a sign-in; another person's is never read. Where the browser keeps nothing
 * (a locked-down or private window), `holds` says so and everything else goes on.
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

  /** Keep a row's value, or nothing once it is acknowledged. */
  note(candidate: string, kept: Kept | undefined): void {
    if (!keeping) return;
    this.#waiting.set(candidate, kept);
    this.#writing ??= this.#write();
  }

  /** Done once this computer holds, or has forgotten, all that was noted so far. */
  async settled(): Promise<void> {
    await this.#writing;
  }

  /** What is kept, by candidate; what is over a day old is forgotten, unless it is there to be seen. */
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

  /** Write what waits, what changed in one go together, one write at a time. */
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

/** Forget all that a person has on this computer: they signed out. */
export async function forget(person: string): Promise<void> {
  try {
    const keys = (await entries<string, Entry>(store())).map(([key]) => key).filter((key) => key.startsWith(`${person}|`));
    await delMany(keys, store());
  } catch {
    // Nothing could be kept here, so there is nothing to forget.
  }
}
