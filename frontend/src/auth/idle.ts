/** How long without a key, click or touch before the session ends, and how long before that the warning comes (ms). */
export const IDLE_MS = 30 * 60_000;
export const WARNING_MS = 2 * 60_000;
const LOOK_MS = 1000;
const TOLD_MS = 5000;

/** `left`: the person signed out in another tab. */
export type Watch = { state: "active" } | { state: "warning"; secondsLeft: number } | { state: "over" } | { state: "left" };

interface Options {
  changed: (watch: Watch) => void;
  /** Carries messages from one tab to the others; closed with the watch. */
  channel: Pick<BroadcastChannel, "postMessage" | "close"> & {
    addEventListener: (kind: "message", listener: (event: MessageEvent) => void) => void;
  };
}

/**
 * Watches for a person who has gone away. Activity in any tab counts for all of them. Once the warning is on the screen
 * only an explicit yes (`stay`) counts: other keys and clicks do not keep anybody signed in.
 */
export class IdleWatch {
  #last = Date.now();
  #told = 0;
  #state: Watch["state"] = "active";
  readonly #timer: ReturnType<typeof setInterval>;

  constructor(private readonly options: Options) {
    options.channel.addEventListener("message", ({ data }) => this.#heard(data));
    this.#timer = setInterval(() => this.#look(), LOOK_MS);
  }

  /** A key, a click, a touch. */
  touch(): void {
    if (this.#state !== "active") return;
    this.#last = Date.now();
    if (this.#last - this.#told < TOLD_MS) return;
    this.#told = this.#last;
    this.options.channel.postMessage("active");
  }

  /** The person says that they are still there. */
  stay(): void {
    if (this.#isOver()) return;
    this.#begin();
    this.options.channel.postMessage("stay");
  }

  /** The person signs out here, and so in every tab. */
  leave(): void {
    this.options.channel.postMessage("out");
    this.stop();
  }

  stop(): void {
    clearInterval(this.#timer);
    this.options.channel.close();
  }

  #heard(said: unknown): void {
    if (this.#state === "left") return;
    if (said === "out") this.#become({ state: "left" });
    else if (this.#state === "over") return;
    else if (said === "stay" || (said === "active" && this.#state === "active")) this.#begin();
  }

  #isOver(): boolean {
    return this.#state === "over" || this.#state === "left";
  }

  #begin(): void {
    this.#last = Date.now();
    this.#become({ state: "active" });
  }

  #look(): void {
    if (this.#isOver()) return;
    const left = this.#last + IDLE_MS - Date.now();
    if (left <= 0) this.#become({ state: "over" });
    else if (left <= WARNING_MS) this.#become({ state: "warning", secondsLeft: Math.ceil(left / 1000) });
  }

  #become(watch: Watch): void {
    this.#state = watch.state;
    this.options.changed(watch);
  }
}
