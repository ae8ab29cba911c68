import { expect, it } from "vitest";
import { turns } from "./turns";

it("no more are done at once than allowed, all are done in turn, and one that fails stops no other", async () => {
  const turn = turns(2);
  const open: (() => void)[] = [];
  const doors = [0, 1, 2, 3, 4].map((place) => new Promise<void>((resolve) => (open[place] = resolve)));
  const begun: number[] = [];
  const all = doors.map((door, place) =>
    turn(async () => {
      begun.push(place);
      await door;
      if (place === 1) throw new Error("one fails");
      return place;
    }),
  );
  const ended = Promise.allSettled(all);
  expect(begun).toEqual([0, 1]);
  open[1]?.();
  await expect.poll(() => begun).toEqual([0, 1, 2]);
  for (const go of open) go();

  expect((await ended).map((one) => (one.status === "fulfilled" ? one.value : "failed"))).toEqual([0, "failed", 2, 3, 4]);
  expect(begun).toEqual([0, 1, 2, 3, 4]);
});
