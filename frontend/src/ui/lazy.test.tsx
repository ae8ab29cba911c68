import { cleanup, render, screen } from "@testing-library/preact";
import { afterEach, expect, it, vi } from "vitest";
import { Page } from "./Page";
import { lazy } from "./lazy";

const Greeting = ({ name }: { name: string }) => <Page title={`Hello ${name}`}>It is here.</Page>;

afterEach(cleanup);

it("shows that a page is coming, then the page, and fetches its code once", async () => {
  const load = vi.fn(async () => Greeting);
  const Later = lazy(load);
  render(<Later name="Asha" />);
  expect(screen.getByRole("status").textContent).toContain("Loading…");
  expect(await screen.findByRole("heading", { name: "Hello Asha" })).toBeTruthy();
  cleanup();
  render(<Later name="Owen" />);
  expect(screen.getByRole("heading", { name: "Hello Owen" })).toBeTruthy();
  expect(load).toHaveBeenCalledTimes(1);
});

it("says when a page's code did not come, with a way to try again", async () => {
  const Later = lazy<{ name: string }>(() => Promise.reject(new TypeError("Failed to fetch dynamically imported module")));
  render(<Later name="Asha" />);
  expect(await screen.findByRole("heading", { name: "This page cannot be shown now" })).toBeTruthy();
  expect(screen.getByRole("button", { name: "Try again" })).toBeTruthy();
});

it("a part of a page is left out until it is there, and where it does not come", async () => {
  const Later = lazy(async () => Greeting, { part: true });
  const Never = lazy<{ name: string }>(() => Promise.reject(new TypeError("Failed to fetch dynamically imported module")), { part: true });
  const { container } = render(
    <>
      <Never name="Owen" />
      <Later name="Asha" />
    </>,
  );
  expect(container.textContent).toBe("");
  expect(await screen.findByRole("heading", { name: "Hello Asha" })).toBeTruthy();
  expect(screen.queryByRole("button")).toBeNull();
});
