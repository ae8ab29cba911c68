import { cleanup, fireEvent, render, screen, waitFor } from "@testing-library/preact";
import { afterEach, expect, it } from "vitest";
import { forget, held } from "../lib/local-copy";
import { head, row, submission } from "../testing/samples";
import { Service } from "../testing/service";
import { Unsent } from "./Unsent";
import { OpenSheet } from "./open-sheet";
import { type } from "./row";

afterEach(async () => {
  cleanup();
  await forget("u1");
  Service.close();
});

it("the list of what was not sent goes when its person removes it, and this computer holds nothing of it then", async () => {
  Service.open({});
  const rows = [row({ outcome: { kind: "mark", mark: 40 }, checked: true })];
  const open = new OpenSheet({ ...head(), page: null, pages: 1, rows }, "u1");
  const [first] = open.rows;
  if (!first) throw new Error("no row");
  open.edit(first, type(first.peek(), "45", open.scale));
  const sent = submission({ status: "confirmed" });
  open.refresh({ ...head(), version: 9, status: "confirmed", submission: sent, page: null, pages: 1, rows });
  render(<Unsent sheet={open} />);
  fireEvent.click(screen.getByRole("button", { name: "Remove this list" }));
  await waitFor(() => expect(screen.queryByRole("region")).toBeNull());
  expect(await held("u1")).toEqual([]);
});
