import { beforeEach, expect, it, vi } from "vitest";
import { SharedSignIn, hasLeft, noteLeaving, noteSignIn } from "./shared";

type Ear = (event: MessageEvent) => void;

/** Tabs of one browser that get each other's messages at once. */
class Tabs {
  readonly #ears: Ear[] = [];

  tab(mine?: string) {
    const place = this.#ears.length;
    const channel = {
      addEventListener: (_: "message", listener: Ear) => void this.#ears.push(listener),
      postMessage: (data: unknown) => {
        for (const [other, ear] of this.#ears.entries()) if (other !== place) ear({ data } as MessageEvent);
      },
    };
    const heard: string[] = [];
    const shared = new SharedSignIn({ channel, mine: async () => mine, theirs: (user) => void heard.push(user) });
    return { shared, heard };
  }
}

beforeEach(() => {
  localStorage.clear();
  sessionStorage.clear();
});

it("a new tab that asks hears of the sign-in of one that has it", async () => {
  const tabs = new Tabs();
  tabs.tab("asha");
  const fresh = tabs.tab();
  fresh.shared.ask();
  await vi.waitFor(() => expect(fresh.heard).toEqual(["asha"]));
});

it("nobody hears anything where nobody is signed in", async () => {
  const tabs = new Tabs();
  const old = tabs.tab();
  const fresh = tabs.tab();
  fresh.shared.ask();
  await Promise.resolve();
  expect([old.heard, fresh.heard]).toEqual([[], []]);
});

it("who signs in again tells the tabs that wait", async () => {
  const tabs = new Tabs();
  const waiting = tabs.tab();
  const mine = tabs.tab("asha");
  await mine.shared.tell();
  expect(waiting.heard).toEqual(["asha"]);
});

it("a tab that slept while someone signed out in another learns it when it is looked at again", () => {
  noteSignIn();
  expect(hasLeft()).toBe(false);
  noteLeaving();
  expect(hasLeft()).toBe(true);
  noteSignIn();
  expect(hasLeft()).toBe(false);
});
