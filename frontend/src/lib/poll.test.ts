import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { pollUntil } from "./poll";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it("looks each second at first, then less and less often", async () => {
  const seen: number[] = [];
  const began = Date.now();
  const stop = pollUntil(
    async () => void seen.push(Math.round((Date.now() - began) / 1000)),
    () => false,
  );
  await vi.advanceTimersByTimeAsync(500_000);
  stop();
  expect(seen.slice(0, 14)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 15, 20, 25]);
  expect(seen.slice(-4)).toEqual([300, 360, 420, 480]);
  expect(seen).toContain(75);
});

it("stops when what it sees is settled", async () => {
  const answers = ["submitted", "submitted", "confirmed"];
  const look = vi.fn(async () => answers.shift());
  pollUntil(look, (status) => status === "confirmed");
  await vi.advanceTimersByTimeAsync(60_000);
  expect(look).toHaveBeenCalledTimes(3);
});

it("goes on after a look that failed", async () => {
  const look = vi.fn(async () => "confirmed").mockRejectedValueOnce(new Error("no connection"));
  pollUntil(look, (status) => status === "confirmed");
  await vi.advanceTimersByTimeAsync(60_000);
  expect(look).toHaveBeenCalledTimes(2);
});

it("looks no more once it is stopped", async () => {
  const look = vi.fn(async () => "submitted");
  pollUntil(look, () => false)();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(look).toHaveBeenCalledTimes(1);
});
