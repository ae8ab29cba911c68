import { describe, expect, it } from "vitest";
import type { Schemas } from "../api/client";
import { row as serverRow } from "../testing/samples";
import type { Outcome, Scale } from "./parse";
import {
  answered,
  fromServer,
  isDirty,
  keepMine,
  left,
  markSent,
  refreshed,
  restore,
  resumed,
  setFlag,
  setMemo,
  stateOf,
  takeTheirs,
  tick,
  tidy,
  toChange,
  type,
} from "./row";
import { answeredWords, memoWords, theirsWords } from "./row-words";

const scale: Scale = { kind: "mark", maximum: 70 };
const NOON = Date.parse("2026-11-24T12:00:00Z");
const mark = (value: number): Outcome => ({ kind: "mark", mark: value });

function held(outcome: Outcome | null = null, checked = false, revision = 3) {
  return fromServer(serverRow({ outcome, checked, revision }), scale);
}

function answer(result: Schemas["Result"], outcome: Outcome | null, checked = false, revision = 4): Schemas["AnswerOut"] {
  const problem = result === "refused" ? { code: "over-maximum", detail: "The maximum mark is 70." } : null;
  return {
    candidate: "1051",
    result,
    outcome,
    criteria: [],
    zero_reason: null,
    checked,
    revision,
    problem,
    entered_by: "Asha Khan",
    own: false,
    query: null,
    flag: null,
    checker_note: null,
  };
}

describe("a note to the checker", () => {
  const by = { text: "Criterion 3?", by: "Asha Khan", at: "2026-11-24T12:00:00Z", own: false };
  const noted = fromServer(serverRow({ outcome: mark(45), checked: true, revision: 3, checker_note: by }), scale);

  it("leaves the mark and its tick as they are, and is sent by itself", () => {
    const row = setMemo(held(mark(45), true), "Criterion 3?");
    expect(row).toMatchObject({ checked: true, text: "45", memo: "Criterion 3?" });
    expect(toChange(row, scale)).toEqual({ candidate: "1051", revision: 3, checked: true, checker_note: "Criterion 3?" });
    expect(toChange(setMemo(noted, undefined), scale)).toEqual({ candidate: "1051", revision: 3, checked: true, checker_note: null });
  });

  it("stays with another mark, and Escape brings back the one the service has", () => {
    expect(type(noted, "46", scale)).toMatchObject({ memo: "Criterion 3?", checked: false });
    expect(restore(setMemo(noted, "Another"), scale)).toMatchObject({ memo: "Criterion 3?" });
  });

  it("is saved once the service says so, with who left it", () => {
    const sent = markSent(setMemo(held(mark(45)), "Criterion 3?"), scale);
    const row = answered(sent, { ...answer("saved", mark(45)), checker_note: by }, scale, NOON);
    expect(isDirty(row, scale)).toBe(false);
    expect(memoWords(row)).toMatch(/^Asha Khan, /);
    expect(isDirty(answered(setMemo(sent, "Typed since"), { ...answer("saved", mark(45)), checker_note: by }, scale, NOON), scale)).toBe(true);
  });

  it("that a colleague left meanwhile is a choice between both", () => {
    const mine = markSent(setMemo(held(mark(45)), "Mine"), scale);
    const row = answered(mine, { ...answer("conflict", mark(45)), checker_note: by }, scale, NOON);
    expect(theirsWords(row, row.theirs!, scale)).toEqual({
      said: "Asha Khan changed the note to the checker meanwhile.",
      keep: expect.stringContaining("Mine"),
      use: expect.stringContaining("Criterion 3?"),
    });
    expect(toChange(keepMine(row), scale)).toMatchObject({ checker_note: "Mine", revision: 4 });
    expect(takeTheirs(row, scale)).toMatchObject({ memo: "Criterion 3?" });
  });

  it("comes back from this computer, and so does its removal", () => {
    const kept = { text: "45", checked: true, revision: 3 };
    expect(resumed(held(mark(45), true), { ...kept, memo: "Mine" }, scale)).toMatchObject({ memo: "Mine" });
    expect(toChange(resumed(noted, { ...kept, memo: "" }, scale), scale)).toMatchObject({ checker_note: null });
    expect(isDirty(resumed(noted, kept, scale), scale)).toBe(false);
  });
});

describe("a flag", () => {
  const doubted = fromServer(serverRow({ outcome: mark(45), flag: { by: "Asha Khan", at: "2026-11-24T12:00:00Z", own: false } }), scale);

  it("takes the tick off and is sent by itself", () => {
    const row = setFlag(held(mark(45), true), true);
    expect(row).toMatchObject({ checked: false, flagged: true });
    expect(toChange(row, scale)).toEqual({ candidate: "1051", revision: 3, checked: false, flagged: true });
  });

  it("goes when the mark is changed or ticked, and stays when it is only typed in another way", () => {
    expect([type(doubted, "46", scale).flagged, tick(doubted, true).flagged]).toEqual([false, false]);
    expect([type(doubted, "045", scale).flagged, tick(doubted, false).flagged]).toEqual([true, true]);
    expect(restore(type(doubted, "46", scale), scale).flagged).toBe(true);
  });

  it("that is answered is named until the row is restored or flagged again, also once that is saved", () => {
    const own = setFlag(held(mark(45)), true);
    const ticked = tick(doubted, true);
    expect([type(doubted, "46", scale), ticked, tick(own, true)].map(answeredWords)).toEqual([
      "The flag of Asha Khan is answered",
      "The flag of Asha Khan is answered",
      "Your flag is answered",
    ]);
    expect(answeredWords(answered(markSent(ticked, scale), answer("saved", mark(45), true), scale, NOON))).toBe("The flag of Asha Khan is answered");
    for (const row of [held(mark(45)), doubted, restore(ticked, scale), setFlag(ticked, true), setFlag(doubted, false), tick(doubted, false)])
      expect(answeredWords(row)).toBe("");
  });

  it("is whose the service says, and nobody's once it is lifted", () => {
    const saved = { ...answer("saved", mark(45)), flag: { by: "Asha Khan", at: "2026-11-24T12:00:00Z", own: true } };
    expect(answered(markSent(setFlag(held(mark(45)), true), scale), saved, scale, NOON)).toMatchObject({ flagged: true, flag: saved.flag });
    const lifted = answered(markSent(setFlag(doubted, false), scale), answer("saved", mark(45)), scale, NOON);
    expect([lifted.flagged, lifted.flag, isDirty(lifted, scale)]).toEqual([false, undefined, false]);
  });

  it("kept on this computer is put back", () => {
    const row = resumed(held(mark(45)), { text: "45", checked: false, flagged: true, revision: 3 }, scale);
    expect([row.flagged, isDirty(row, scale)]).toEqual([true, true]);
  });
});

describe("typing in a row", () => {
  it("makes it not saved, with the change to send", () => {
    const row = type(held(), "45", scale);
    expect(stateOf(row, scale)).toBe("not saved");
    expect(toChange(row, scale)).toEqual({ candidate: "1051", revision: 3, outcome: mark(45), checked: false });
  });

  it("takes the tick off and says so, until it is ticked again", () => {
    const row = type(held(mark(45), true), "46", scale);
    expect(row).toMatchObject({ checked: false, unticked: true });
    const saved = answered(markSent(row, scale), answer("saved", mark(46)), scale, NOON);
    expect(saved).toMatchObject({ checked: false, unticked: true });
    expect(tick(saved, true).unticked).toBeUndefined();
  });

  it("a bad value keeps it visible, names the problem and sends nothing", () => {
    const row = type(held(mark(45)), "81", scale);
    expect(row).toMatchObject({ text: "81", problem: { kind: "typed", fault: "over the maximum" } });
    expect(stateOf(row, scale)).toBe("problem");
    expect(toChange(row, scale)).toBeUndefined();
  });

  it("the value the server holds makes it saved again", () => {
    const row = type(type(held(mark(45)), "4", scale), "45", scale);
    expect(isDirty(row, scale)).toBe(false);
    expect(stateOf(row, scale)).toBe("saved");
  });

  it("the same mark written otherwise is the same mark, and its tick stays", () => {
    const row = type(held(mark(7), true), " 07 ", scale);
    expect(row.checked).toBe(true);
    expect(isDirty(row, scale)).toBe(false);
    expect(toChange(row, scale)).toBeUndefined();
  });

  it("nothing where there was a mark sends that it is cleared", () => {
    expect(toChange(type(held(mark(45)), "", scale), scale)).toMatchObject({ outcome: null });
  });

  it("zero and absent stay two things", () => {
    expect(toChange(type(held(), "0", scale), scale)?.outcome).toEqual(mark(0));
    expect(toChange(type(held(mark(0)), "a", scale), scale)?.outcome).toEqual({ kind: "absent" });
  });
});

describe("a row", () => {
  it("goes back to what is saved on Escape", () => {
    const row = restore(type(held(mark(45), true), "99", scale), scale);
    expect(row).toMatchObject({ text: "45", checked: true });
    expect(stateOf(row, scale)).toBe("checked");
  });

  it("is put into its usual form when the box is left", () => {
    expect(tidy(type(held(), " 007 ", scale), scale).text).toBe("7");
    expect(tidy(type(held(), "abs", scale), scale).text).toBe("A");
    expect(tidy(type(held(), "x", scale), scale).text).toBe("x");
  });

  it("without a mark cannot be ticked as checked", () => {
    expect(tick(held(), true)).toMatchObject({ checked: false, problem: { kind: "nothing to tick" } });
  });

  it("with nothing to tick is taken back, typed over or left, and nothing is said any more", () => {
    const told = tick(held(), true);
    expect(told.problem).toEqual({ kind: "nothing to tick" });
    for (const after of [tick(told, true), tick(told, false), type(told, "45", scale), left(told)]) expect(after.problem).toBeUndefined();
    const wrong = type(held(), "99", scale);
    expect(left(wrong)).toBe(wrong);
  });

  it("with nothing to tick keeps no cleared mark from being saved, and says so still", () => {
    const row = tick(type(held(mark(45)), "", scale), true);
    expect(toChange(row, scale)).toEqual({ candidate: "1051", revision: 3, outcome: null, checked: false });
    const saved = answered(markSent(row, scale), answer("saved", null), scale, NOON);
    expect(isDirty(saved, scale)).toBe(false);
    expect(saved.problem).toEqual({ kind: "nothing to tick" });
  });

  it("that is ticked sends the tick and leaves the mark alone", () => {
    expect(toChange(tick(held(mark(45)), true), scale)).toEqual({ candidate: "1051", revision: 3, checked: true });
  });
});

describe("the server's answer", () => {
  it("that a row is saved makes it clean at its new revision", () => {
    const row = answered(markSent(type(held(), "45", scale), scale), answer("saved", mark(45)), scale, NOON);
    expect(row).toMatchObject({ text: "45", revision: 4 });
    expect(stateOf(row, scale)).toBe("saved");
  });

  it("leaves alone what was typed since the row was sent", () => {
    const sent = markSent(type(held(), "4", scale), scale);
    const row = answered(type(sent, "45", scale), answer("saved", mark(4)), scale, NOON);
    expect(row.text).toBe("45");
    expect(toChange(row, scale)).toMatchObject({ revision: 4, outcome: mark(45) });
  });

  it("that a row is refused shows why and keeps the value", () => {
    const row = answered(markSent(type(held(), "45", scale), scale), answer("refused", null, false, 3), scale, NOON);
    expect(row).toMatchObject({ text: "45", problem: { kind: "refused", code: "over-maximum", detail: "The maximum mark is 70." } });
    expect(toChange(row, scale)).toBeUndefined();
  });

  it("that someone else changed a row shows both, and sends nothing until one is chosen", () => {
    const row = answered(markSent(type(held(), "45", scale), scale), answer("conflict", mark(47), true, 9), scale, NOON);
    expect(stateOf(row, scale)).toBe("changed elsewhere");
    expect(row).toMatchObject({ text: "45", theirs: { text: "47", checked: true, by: "Asha Khan" } });
    expect(toChange(row, scale)).toBeUndefined();
    expect(toChange(keepMine(row), scale)).toMatchObject({ revision: 9, outcome: mark(45) });
    const theirs = takeTheirs(row, scale);
    expect(theirs).toMatchObject({ text: "47", checked: true });
    expect(isDirty(theirs, scale)).toBe(false);
  });
});

describe("fresh data", () => {
  it("is laid over a row nobody works on", () => {
    expect(refreshed(held(mark(45)), held(mark(46), false, 4), scale).text).toBe("46");
  });

  it("is never laid over a row that is not saved or is on its way", () => {
    const typed = type(held(), "45", scale);
    expect(refreshed(typed, held(mark(46), false, 4), scale)).toBe(typed);
    const sent = markSent(typed, scale);
    expect(refreshed(sent, held(mark(46), false, 4), scale)).toBe(sent);
  });

  it("older than the row is not laid over it", () => {
    const row = held(mark(46), false, 4);
    expect(refreshed(row, held(mark(45), false, 3), scale)).toBe(row);
  });

  it("that was submitted is all a row shows, whatever is typed in it", () => {
    const fresh = fromServer(serverRow({ revision: 1 }), scale, true);
    expect(refreshed(type(held(), "45", scale), fresh, scale)).toBe(fresh);
    expect(refreshed(type(held(), "99", scale), fresh, scale)).toBe(fresh);
  });
});

describe("a mark carried forward", () => {
  const note = { former: null, moved_from: null, carried_from: "2026-06", circumstance: null };
  const carried = () => fromServer(serverRow({ outcome: mark(41), checked: true, revision: 1, note }), scale);

  it("is not typed over, pasted over or cleared", () => {
    expect(type(carried(), "42", scale)).toEqual(carried());
    expect(type(carried(), "", scale)).toEqual(carried());
  });

  it("replaces what someone was typing when the board carried it forward", () => {
    expect(refreshed(type(held(), "45", scale), carried(), scale)).toEqual(carried());
  });
});

describe("what there is to know of a candidate", () => {
  it("is renewed beside what someone is typing", () => {
    const note = { former: "SMITH Ann", moved_from: null, carried_from: null, circumstance: null };
    const fresh = fromServer(serverRow({ revision: 3, note }), scale);
    const row = refreshed(type(held(), "45", scale), fresh, scale);
    expect(row).toMatchObject({ text: "45", note });
    expect(refreshed(row, held(), scale)).not.toHaveProperty("note");
  });
});

describe("what was typed before signing in again", () => {
  it("comes back to be saved", () => {
    const row = resumed(held(), { text: "45", checked: false, flagged: false, revision: 3 }, scale);
    expect(toChange(row, scale)).toMatchObject({ outcome: mark(45) });
  });

  it("is shown beside what someone saved meanwhile", () => {
    const row = resumed(held(mark(47), false, 5), { text: "45", checked: false, flagged: false, revision: 3 }, scale);
    expect(row).toMatchObject({ text: "45", theirs: { text: "47" } });
  });

  it("asks nothing where it was saved after all", () => {
    const row = resumed(held(mark(45), false, 4), { text: "45", checked: false, flagged: false, revision: 3 }, scale);
    expect(stateOf(row, scale)).toBe("saved");
  });
});
