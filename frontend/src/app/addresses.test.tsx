import { cleanup, screen } from "@testing-library/preact";
import type { VNode } from "preact";
import { afterEach, expect, it, vi } from "vitest";
import { Amend } from "../features/amendments/Amend";
import { BoardSheet } from "../features/board/BoardSheet";
import { Check } from "../features/checks/Check";
import { MoreTime } from "../features/extensions/MoreTime";
import { Report } from "../features/files/Report";
import { BoardHistory } from "../features/history/centre/CentreHistory";
import { History } from "../features/history/History";
import { MarkEntry } from "../features/marks/MarkEntry";
import { Consortium } from "../features/moderation/consortia/Consortium";
import { GatherList } from "../features/moderation/GatherList";
import { Moderation } from "../features/moderation/Moderation";
import { OutcomeList } from "../features/moderation/OutcomeList";
import { Print } from "../features/prints/Print";
import { Review } from "../features/submission/Review";
import { SubmissionAsSent } from "../features/submission/submitted/SubmissionAsSent";
import { Submitted } from "../features/submission/submitted/Submitted";
import { renderFor } from "../testing/place";
import { problem } from "../testing/service";

const NONE = "no-such.id";
const routes = import.meta.glob<string>("./App.tsx", { eager: true, query: "?raw", import: "default" })["./App.tsx"]!;

/** The page of each route whose address names something, opened at an address that can name nothing. */
const PAGES: Record<string, VNode> = {
  "/board/consortia/:sheet": <Consortium sheet={NONE} />,
  "/board/centres/:centre/history": <BoardHistory centre={NONE} />,
  "/board/:sheet": <BoardSheet sheet={NONE} />,
  "/upload/:upload": <Report upload={NONE} />,
  "/sheets/:sheet": <MarkEntry sheet={NONE} />,
  "/sheets/:sheet/check": <Check sheet={NONE} />,
  "/sheets/:sheet/print": <Print sheet={NONE} />,
  "/sheets/:sheet/submit": <Review sheet={NONE} />,
  "/sheets/:sheet/submitted": <Submitted sheet={NONE} />,
  "/sheets/:sheet/submitted/:number": <SubmissionAsSent sheet={NONE} number={Number(NONE)} />,
  "/sheets/:sheet/amend": <Amend sheet={NONE} />,
  "/sheets/:sheet/moderation": <Moderation sheet={NONE} />,
  "/sheets/:sheet/moderation/work": <GatherList sheet={NONE} />,
  "/sheets/:sheet/moderation/outcome": <OutcomeList sheet={NONE} />,
  "/sheets/:sheet/more-time": <MoreTime sheet={NONE} />,
  "/sheets/:sheet/history": <History sheet={NONE} />,
};

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

it("every route whose address names something is tried here", () => {
  const named = [...routes.matchAll(/path="(\/[^"]*:[^"]*)"/g)].map(([, path]) => path);
  expect(named.toSorted()).toEqual(Object.keys(PAGES).toSorted());
});

it.each(Object.keys(PAGES).flatMap((path) => (["malformed", "malformed-request"] as const).map((code) => [path, code] as const)))(
  "%s at an address that can be none says that there is no such page (%s)",
  async (path, code) => {
    vi.stubGlobal("fetch", async () => problem(422, code, "'no-such.id' is not a sheet id (as in 2027-06.64235.H446-03)"));
    renderFor({ board: ["board operator"] }, PAGES[path]);
    expect(await screen.findByRole("heading", { level: 1, name: "Page not found" })).toBeTruthy();
    expect(screen.getByText(/^If you typed the address, check that it is right/)).toBeTruthy();
    expect(screen.queryByRole("button", { name: "Try again" })).toBeNull();
    expect(document.body.textContent).not.toContain("no-such.id");
  },
);
