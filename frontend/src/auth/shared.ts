/** Messages between tabs about a sign-in: a request for it, or the sign-in itself. */
type Said = { ask: true } | { user: string };

interface Options {
  channel: Pick<BroadcastChannel, "postMessage"> & {
    addEventListener: (kind: "message", listener: (event: MessageEvent<Said>) => void) => void;
  };
  /** The sign-in of this tab, while it is valid. */
  mine: () => Promise<string | undefined>;
  /** Another tab is signed in. */
  theirs: (user: string) => void;
}

/**
 * A sign-in shared by the tabs of one browser. It is never stored where all tabs see it: a new tab asks those that are
 * open, and nothing outlives the last of them.
 */
export class SharedSignIn {
  constructor(private readonly options: Options) {
    options.channel.addEventListener("message", ({ data }) => {
      if ("ask" in data) void this.tell();
      else options.theirs(data.user);
    });
  }

  ask(): void {
    this.options.channel.postMessage({ ask: true });
  }

  async tell(): Promise<void> {
    const user = await this.options.mine();
    if (user) this.options.channel.postMessage({ user });
  }
}

const LEAVINGS = "centremark.leavings";
const SINCE = "centremark.since";

const leavings = (): string => localStorage.getItem(LEAVINGS) ?? "0";

/** Record a sign-out for every tab of this browser, including one that sleeps and gets no messages. */
export const noteLeaving = (): void => localStorage.setItem(LEAVINGS, String(Number(leavings()) + 1));

/** Record a sign-in in this tab. */
export const noteSignIn = (): void => sessionStorage.setItem(SINCE, leavings());

/** Whether someone signed out in this browser since this tab's sign-in. */
export function hasLeft(): boolean {
  const since = sessionStorage.getItem(SINCE);
  return since !== null && since !== leavings();
}
