/** What tabs say to each other of a sign-in: that one would like to have it, or what it is. */
type Said = { ask: true } | { user: string };

interface Options {
  channel: Pick<BroadcastChannel, "postMessage"> & {
    addEventListener: (kind: "message", listener: (event: MessageEvent<Said>) => void) => void;
  };
  /** The sign-in of this tab, while it is good. */
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

/** Someone signs out, on every tab of this browser, also one that sleeps and hears nothing. */
export const noteLeaving = (): void => localStorage.setItem(LEAVINGS, String(Number(leavings()) + 1));

/** Someone signed in, on this tab. */
export const noteSignIn = (): void => sessionStorage.setItem(SINCE, leavings());

/** Whether someone signed out on this browser since this tab's sign-in. */
export function hasLeft(): boolean {
  const since = sessionStorage.getItem(SINCE);
  return since !== null && since !== leavings();
}
