import { expect, it } from "vitest";
import type { Scale } from "../../sheet/parse";
import { fromServer, type } from "../../sheet/row";
import { row } from "../../testing/samples";
import { clearingOf } from "./clearing";

const scale: Scale = { kind: "mark", maximum: 70 };
const mark = { kind: "mark" as const, mark: 45 };
const carried = { former: null, moved_from: null, carried_from: "2026-06", circumstance: null };

it("counts what would be cleared, what cannot be read too, and apart from it what stays", () => {
  const open = ["2001", "2002", "2003", "2004"].map((candidate) => fromServer(row({ candidate, late: true }), scale, true));
  const rows = [
    fromServer(row({ outcome: mark }), scale, true),
    fromServer(row({ candidate: "1052", outcome: mark, note: carried }), scale, true),
    fromServer(row({ candidate: "1053" }), scale, true),
    type(open[0]!, "45", scale),
    type(open[1]!, "99", scale),
    type(open[2]!, " ", scale),
    open[3]!,
  ];
  expect(clearingOf(rows)).toEqual({ candidates: ["2001", "2002", "2003"], submitted: 1, carried: 1 });
});
