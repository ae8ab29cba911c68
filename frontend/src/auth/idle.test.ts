import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { IDLE_MS, IdleWatch, WARNING_MS, type Watch } from "./idle";

type Ear = (event: MessageEvent) => void;

/** Tabs of one browser that get each other's messages at once. */
class Tabs {
  readonly open: { watch: IdleWatch; seen: Watch[] }[] = [];

  tab() {
    const place = this.#ears.length;
    const channel = {
      addEventListener: (_: "message", listener: Ear) => void this.#ears.push(listener),
      close: () => {},
      postMessage: (data: unknown) => {
        for (const [other, ear] of this.#ears.entries()) if (other !== place) ear({ data } as MessageEvent);
      },
    };
    const seen: Watch[] = [];
    const watch = new IdleWatch({ channel, changed: (now) => seen.push(now) });
    this.open.push({ watch, seen });
    return { watch, state: () => seen.at(-1)?.state ?? "active", last: () => seen.at(-1) };
  }

  readonly #ears: Ear[] = [];
}

let tabs: Tabs;
beforeEach(() => {
  vi.useFakeTimers();
  tabs = new Tabs();
});
afterEach(() => {
  for (const { watch } of tabs.open) watch.stop();
  vi.useRealTimers();
});

it("warns two minutes before the end, counts down, and ends", () => {
  const { last, state } = tabs.tab();
  vi.advanceTimersByTime(IDLE_MS - WARNING_MS - 1000);
  expect(state()).toBe("active");
  vi.advanceTimersByTime(1000);
  expect(last()).toEqual({ state: "warning", secondsLeft: 120 });
  vi.advanceTimersByTime(60_000);
  expect(last()).toEqual({ state: "warning", secondsLeft: 60 });
  vi.advanceTimersByTime(60_000);
  expect(state()).toBe("over");
});

it("typing is activity", () => {
  const { watch, state } = tabs.tab();
  for (let minute = 0; minute < 60; minute++) {
    vi.advanceTimersByTime(60_000);
    watch.touch();
  }
  expect(state()).toBe("active");
});

it("once the warning is shown only saying so keeps one signed in", () => {
  const { watch, state } = tabs.tab();
  vi.advanceTimersByTime(IDLE_MS - WARNING_MS);
  watch.touch();
  vi.advanceTimersByTime(1000);
  expect(state()).toBe("warning");
  watch.stay();
  expect(state()).toBe("active");
  vi.advanceTimersByTime(IDLE_MS - WARNING_MS - 1000);
  expect(state()).toBe("active");
});

it("activity in one tab counts in the others", () => {
  const mine = tabs.tab();
  const other = tabs.tab();
  vi.advanceTimersByTime(IDLE_MS - WARNING_MS - 60_000);
  mine.watch.touch();
  vi.advanceTimersByTime(WARNING_MS);
  expect([mine.state(), other.state()]).toEqual(["active", "active"]);
  vi.advanceTimersByTime(IDLE_MS);
  expect([mine.state(), other.state()]).toEqual(["over", "over"]);
});

it("staying in one tab closes the warning in the others", () => {
  const mine = tabs.tab();
  const other = tabs.tab();
  vi.advanceTimersByTime(IDLE_MS - WARNING_MS);
  expect(other.state()).toBe("warning");
  mine.watch.stay();
  expect(other.state()).toBe("active");
});

it("a computer that slept through the end wakes to a session that is over", () => {
  const { watch, state } = tabs.tab();
  vi.setSystemTime(Date.now() + IDLE_MS * 2);
  vi.advanceTimersByTime(1000);
  expect(state()).toBe("over");
  watch.touch();
  watch.stay();
  expect(state()).toBe("over");
});

it("signing out in one tab ends the session in the others", () => {
  const mine = tabs.tab();
  const other = tabs.tab();
  mine.watch.leave();
  expect(other.state()).toBe("left");
});

it("signing out in one tab is heard by one whose session was over", () => {
  const mine = tabs.tab();
  const other = tabs.tab();
  vi.advanceTimersByTime(IDLE_MS);
  expect(other.state()).toBe("over");
  mine.watch.leave();
  expect(other.state()).toBe("left");
});
