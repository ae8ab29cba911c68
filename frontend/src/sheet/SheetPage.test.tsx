import { cleanup, screen, within } from "@testing-library/preact";
import { afterEach, expect, it } from "vitest";
import type { Schemas } from "../api/client";
import { renderFor } from "../testing/place";
import { head, submission } from "../testing/samples";
import { SheetPage } from "./SheetPage";

type Here = Parameters<typeof SheetPage>[0]["here"];

const show = (change: Partial<Schemas["SheetHead"]> = {}, here: Here = "marks", board: Schemas["MeOut"]["board"] = []) => {
  renderFor(
    { board },
    <SheetPage head={head(change)} here={here}>
      {""}
    </SheetPage>,
  );
  return within(screen.getByRole("navigation", { name: "This mark sheet" }))
    .getAllByRole("link")
    .map(({ textContent }) => textContent);
};
const sent = { submission: submission(), status: "submitted" as const };

afterEach(cleanup);

it.each<[string, Parameters<typeof show>, string[]]>([
  ["that is open", [], ["Check mode", "Review and submit", "Print or download", "Upload or download marks", "Who changed what"]],
  ["from another of its pages", [{}, "print"], ["Back to the marks", "Check mode", "Review and submit", "Upload or download marks", "Who changed what"]],
  [
    "to one who may only look",
    [{ may: { enter: false, submit: false } }],
    ["Review and submit", "Print or download", "Upload or download marks", "Who changed what"],
  ],
  [
    "that is submitted",
    [sent],
    ["See the submission", "Print or download", "Upload or download marks", "Amend centre marks", "Moderation", "Who changed what"],
  ],
  [
    "with late entries to send",
    [{ ...sent, late_entries: 1 }],
    [
      "Check mode",
      "Review and submit",
      "See the submission",
      "Print or download",
      "Upload or download marks",
      "Amend centre marks",
      "Moderation",
      "Who changed what",
    ],
  ],
  ["to the board", [sent, "marks", ["board operator"]], ["See the submission", "Print or download", "Moderation", "Who changed what"]],
])("the pages of a sheet %s are in one order", (_, [change, here, board], pages) => {
  expect(show(change, here, board)).toEqual(pages);
});

it("a page says which sheet it is of, how far that is and until when", () => {
  show();
  expect(screen.getByRole("heading", { level: 1 }).textContent).toBe("June 2027 · 64235 Harbour View AcademyH446/03 Programming project");
  expect(screen.getByText(/^Deadline 15 May 2027/).textContent).toMatch(/Ready to submit.*Deadline 15 May 2027.* · Maximum mark 70$/);
});
