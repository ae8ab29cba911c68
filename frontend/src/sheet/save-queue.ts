import { ApiError } from "../api/client";
import { newKey } from "../lib/new-key";
import type { Change } from "./row";

/** `slowed`: the person sends more than they may. `intercepted`: something in between keeps answering instead of the service. */
export type QueueState = "idle" | "waiting" | "saving" | "retrying" | "slowed" | "intercepted" | "signed out" | "refused";

const AWAY: ReadonlySet<QueueState> = new Set(["retrying", "slowed", "intercepted", "signed out"]);

/** Whether unsaved rows cannot reach the service just now; another attempt does not change the message. */
export const isAway = (state: QueueState): boolean => AWAY.has(state);

interface Batch {
  key: string;
  changes: Change[];
}

interface Options<A> {
  /** Every change that can be sent now; called just before a batch is made. */
  collect: () => Change[];
  /** Called with the rows of a batch as soon as it is made. */
  sending: (changes: Change[]) => void;
  send: (changes: Change[], key: string) => Promise<A>;
  answered: (answer: A) => void;
  /** Called when the batch will never be accepted, with the reason. */
  refused: (changes: Change[], why: ApiError) => void;
  changed: (state: QueueState) => void;
  newKey?: () => string;
}

const QUIET_MS = 1500;
const FIRST_RETRY_MS = 1000;
const LONGEST_RETRY_MS = 30_000;
const BATCH_ROWS = 50;
/** How often something else has to answer before the person is told. */
const INTERCEPTED_TRIES = 3;
const TOO_MANY = 429;
const LOST = new Set([0, 408, TOO_MANY, 500, 502, 503, 504]);

/**
 * Sends changed rows in the background, one batch at a time. A batch keeps its idempotency key through every retry, so
 * that a save whose answer was lost is not made twice.
 */
export class SaveQueue<A> {
  #state: QueueState = "idle";
  #timer: ReturnType<typeof setTimeout> | undefined;
  #batch: Batch | undefined;
  #tries = 0;
  #sending = false;
  #touched = 0;
  #waiting: Array<(sent: boolean) => void> = [];

  constructor(private readonly options: Options<A>) {}

  get state(): QueueState {
    return this.#state;
  }

  /** Something changed: send it when the typing stops. */
  touch(): void {
    this.#touched = Date.now();
    if (this.#batch) return;
    this.#become("waiting");
    this.#after(QUIET_MS);
  }

  /** The connection or the sign-in is back: send what is waiting. */
  resume(): void {
    if (isAway(this.#state)) this.#after(0);
  }

  /** Send now; true when everything that could be sent was answered, false as soon as something went wrong. */
  flush(): Promise<boolean> {
    const settled = new Promise<boolean>((resolve) => this.#waiting.push(resolve));
    this.#after(0);
    return settled;
  }

  #after(ms: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#go(), ms);
  }

  async #go(): Promise<void> {
    if (this.#sending) return;
    this.#batch ??= this.#next();
    if (!this.#batch) {
      this.#become("idle");
      this.#settle(true);
      return;
    }
    if (!isAway(this.#state)) this.#become("saving");
    this.#sending = true;
    try {
      const answer = await this.options.send(this.#batch.changes, this.#batch.key);
      this.#sending = false;
      this.#batch = undefined;
      this.#tries = 0;
      this.options.answered(answer);
      this.#goOn();
    } catch (fault) {
      this.#sending = false;
      if (!(fault instanceof ApiError)) throw fault;
      this.#failed(fault);
    }
  }

  /** After an answer the rest is sent at once, unless someone is typing and nobody waits for it. */
  #goOn(): void {
    const more = this.options.collect().length > 0;
    this.#become(more ? "waiting" : "idle");
    if (this.#waiting.length > 0) this.#after(0);
    else if (more) this.#after(Math.max(0, this.#touched + QUIET_MS - Date.now()));
  }

  #settle(sent: boolean): void {
    for (const resolve of this.#waiting.splice(0)) resolve(sent);
  }

  #next(): Batch | undefined {
    const changes = this.options.collect().slice(0, BATCH_ROWS);
    if (changes.length === 0) return undefined;
    this.options.sending(changes);
    const key = (this.options.newKey ?? newKey)();
    return { key, changes };
  }

  #failed(fault: ApiError): void {
    if (LOST.has(fault.status)) {
      const pause = Math.min(FIRST_RETRY_MS * 2 ** this.#tries, LONGEST_RETRY_MS);
      this.#tries += 1;
      const intercepted = fault.intercepted && this.#tries >= INTERCEPTED_TRIES;
      this.#become(intercepted ? "intercepted" : fault.status === TOO_MANY ? "slowed" : "retrying");
      this.#after(pause * (0.75 + Math.random() / 4));
    } else if (fault.status === 401) {
      this.#become("signed out");
    } else {
      const lost = this.#batch?.changes ?? [];
      this.#batch = undefined;
      this.options.refused(lost, fault);
      this.#become("refused");
    }
    this.#settle(false);
  }

  #become(state: QueueState): void {
    this.#state = state;
    this.options.changed(state);
  }
}
