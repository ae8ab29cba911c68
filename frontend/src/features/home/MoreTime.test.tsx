import { cleanup, render, screen } from "@testing-library/preact";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { Schemas } from "../../api/client";
import { moreTime, submission, summary } from "../../testing/samples";
import { AssessmentList } from "./AssessmentList";

const people = { enter: ["Asha Patel"], submit: ["Owen Reid"], limited: [] };
const ASK = "Request an extension for H446/03";

function line(change: Parameters<typeof summary>[0], roles: Schemas["Role"][] = ["submit marks"]) {
  cleanup();
  render(<AssessmentList list={[summary(change)]} people={people} held={{ roles: roles, limits: [] }} />);
  return screen.getByRole("row", { name: /H446\/03/ }).textContent;
}

beforeEach(() => {
  vi.useFakeTimers({ now: new Date("2027-05-01T12:00:00Z") });
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

it("more time is asked for where a deadline is near or past, by whoever may submit", () => {
  line({});
  expect(screen.getByRole("link", { name: ASK }).getAttribute("href")).toBe("/sheets/2027-06.64235.H446-03/more-time");
  line({ overdue: true, deadline: "2027-04-01T22:59:59Z" });
  expect(screen.getByRole("link", { name: ASK })).toBeTruthy();
  line({ deadline: "2027-06-01T22:59:59Z" });
  expect(screen.queryByRole("link", { name: ASK })).toBeNull();
  line({}, ["enter marks"]);
  expect(screen.queryByRole("link", { name: ASK })).toBeNull();
});

it("what became of it is told to everyone beside the deadline", () => {
  expect(line({ extension: moreTime() }, ["view"])).toContain("Extension to 22 May 2027 requested. The board has not decided yet");
  expect(screen.queryByRole("link", { name: ASK })).toBeNull();
  expect(line({ extension: moreTime({ granted: true }) }, ["view"])).toContain("Extended to 22 May 2027");
  const decided = { by: "Exam board", at: "2027-04-30T10:00:00Z", note: "Too long." };
  expect(line({ extension: moreTime({ granted: false, decided }) }, ["view"])).toContain("Extension to 22 May 2027 declined: Too long.");
});

it("a late entry is said to be still to send, with its next step", () => {
  const late = { status: "confirmed", submission: submission(), late_entries: 1, candidates: 3, entered: 2, checked: 2 } as const;
  expect(line(late)).toContain("1 late entry: mark still to submit");
  expect(screen.getByRole("link", { name: "Enter marks for H446/03" })).toBeTruthy();
});

it("a window that is not open yet, or is closed, offers nothing but a look", () => {
  expect(line({ window: "closed", overdue: true })).toContain("Closed: no more marks");
  expect(screen.queryByRole("link", { name: "Enter marks for H446/03" })).toBeNull();
  expect(screen.getByRole("link", { name: "See marks for H446/03" })).toBeTruthy();
  expect(line({ window: "not open", opens: "2027-05-02T00:00:00Z" })).toContain("opens 2 May 2027");
  expect(screen.queryByRole("link", { name: "Enter marks for H446/03" })).toBeNull();
});
