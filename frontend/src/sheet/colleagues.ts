import { type ReadonlySignal, signal } from "@preact/signals";
import type { Schemas } from "../api/client";
import type { OpenSheet } from "./open-sheet";

/** How often a page asks (ms): with colleagues there, alone, and when nobody has touched it for a while. */
export const PAUSE = { together: 5000, alone: 10_000, idle: 60_000 };
/** After how long without a key or a pointer a page is idle (ms). */
export const IDLE_AFTER = 120_000;

interface Means {
  /** What is new since the tag, or undefined when nothing is. */
  ask: (tag: string) => Promise<{ now: Schemas["NowOut"]; tag: string } | undefined>;
  /** Whether the page is seen, signed in and connected. */
  there: () => boolean;
  /** When someone last touched the page. */
  touched: () => number;
}

/**
 * Follows who else has a sheet open, and takes in what they save. A page that is not there asks nothing, and asks at
 * once when it is again. What someone is typing stays, as whenever the sheet is read again. A request that fails says
 * nothing, and each doubles the pause.
 */
export class Colleagues {
  readonly #names = signal<readonly string[]>([]);
  #tag = "";
  #timer: ReturnType<typeof setTimeout> | undefined;
  #turn = 0;
  #failures = 0;

  constructor(
    private readonly sheet: OpenSheet,
    private readonly means: Means,
  ) {}

  get names(): ReadonlySignal<readonly string[]> {
    return this.#names;
  }

  /** Begin, or go on at once. */
  start(): void {
    this.stop();
    void this.#look(this.#turn);
  }

  stop(): void {
    this.#turn += 1;
    clearTimeout(this.#timer);
  }

  async #look(turn: number): Promise<void> {
    if (!this.means.there()) return;
    try {
      const news = await this.means.ask(this.#tag);
      if (turn !== this.#turn) return;
      if (news) this.#hear(news);
      this.#failures = 0;
      if (this.sheet.behind.peek()) await this.sheet.look();
    } catch {
      this.#failures += 1;
    }
    if (turn === this.#turn) this.#timer = setTimeout(() => void this.#look(turn), this.#pause());
  }

  #hear({ now, tag }: { now: Schemas["NowOut"]; tag: string }): void {
    this.#tag = tag;
    this.#names.value = now.colleagues;
    // Said once: a reading that fails is made up for after the next request.
    if (now.version > this.sheet.head.peek().version) this.sheet.behind.value = true;
  }

  #pause(): number {
    if (Date.now() - this.means.touched() >= IDLE_AFTER) return PAUSE.idle;
    const pause = this.#names.peek().length > 0 ? PAUSE.together : PAUSE.alone;
    return Math.min(pause * 2 ** this.#failures, PAUSE.idle);
  }
}
