import { signal } from "@preact/signals";
import { cleanup, render, screen, waitFor } from "@testing-library/preact";
import { afterEach, expect, it, vi } from "vitest";
import { speak, t } from "../i18n/words";
import { ApiError } from "../api/client";
import { LocalCopy, forget, held } from "../lib/local-copy";
import { Page, Unloaded } from "./Page";

afterEach(async () => {
  cleanup();
  await forget("u1");
  await speak("en");
});

const Example = () => (
  <Page title={t.value.shell.notFound.title} caption="H446/03">
    <input aria-label="Mark" />
  </Page>
);

it("a page that opens is named in the tab and has its heading focused", async () => {
  render(<Example />);
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole("heading")));
  expect(document.title).toBe("Page not found - H446/03 - Centremark");
});

it("changing the language changes the words, and neither the focus nor what is typed", async () => {
  render(<Example />);
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole("heading")));
  const box = screen.getByLabelText<HTMLInputElement>("Mark");
  box.value = "4";
  box.focus();
  await speak("cy");
  await screen.findByText("Heb ddod o hyd i'r dudalen");
  await waitFor(() => expect(document.title).toContain("Heb ddod o hyd"));
  expect(document.activeElement).toBe(box);
  expect(box.value).toBe("4");
});

it("a page that does not exist leads to the first page, and is not tried again", () => {
  const gone = new ApiError(404, { code: "not-found", status: 404 });
  render(<Unloaded loaded={{ error: signal<ApiError | undefined>(gone), reload: async () => {} }} />);
  expect(screen.getByRole("link", { name: "Go to your assessments" }).getAttribute("href")).toBe("/");
  expect(screen.queryByRole("button")).toBeNull();
});

it("in place of a page that does not come it says how many marks are kept, and that they will be saved", async () => {
  const copy = new LocalCopy("u1", "2027-06.64235.H446-03");
  copy.note("1051", { text: "45", checked: false, revision: 1 });
  copy.note("1052", { text: "46", checked: false, revision: 1 });
  copy.note("1053", { text: "47", checked: false, revision: 1, unsent: true });
  await vi.waitFor(async () => expect(await held()).toHaveLength(3));
  const away = new ApiError(0, { code: "no-answer", status: 0 });
  render(<Unloaded loaded={{ error: signal<ApiError | undefined>(away), reload: async () => {} }} />);
  expect((await screen.findByText(/^2 marks are kept on this computer/)).textContent).toContain("They are saved when the mark sheet is open");
});
