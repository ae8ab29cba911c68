import { cleanup, render, screen } from "@testing-library/preact";
import { afterEach, expect, it, vi } from "vitest";
import { LocalCopy, forget, held } from "../lib/local-copy";
import { Unreachable } from "./Unreachable";

afterEach(async () => {
  cleanup();
  vi.useRealTimers();
  vi.unstubAllGlobals();
  await forget("u1");
});

const config = { issuer: "https://issuer.example", clientId: "spa", signIn: "" };

it("says what is kept here and not saved", async () => {
  new LocalCopy("u1", "2027-06.64235.H446-03").note("1051", { text: "45", checked: false, revision: 1 });
  await vi.waitFor(async () => expect(await held()).toHaveLength(1));
  render(<Unreachable reload={() => {}} />);
  expect(await screen.findByText(/1 mark is kept on this computer/)).toBeTruthy();
});

it("comes back by itself when the connection does, and not for a sign-in page of the network", async () => {
  const reload = vi.fn();
  const answers = [new TypeError("Failed to fetch"), new Response("<html>Sign in to the wifi</html>"), Response.json({}), Response.json(config)];
  vi.stubGlobal("fetch", async () => {
    const answer = answers.shift();
    if (answer instanceof Error) throw answer;
    return answer;
  });
  vi.useFakeTimers();
  render(<Unreachable reload={reload} />);
  await vi.advanceTimersByTimeAsync(30_500);
  expect(reload).not.toHaveBeenCalled();
  dispatchEvent(new Event("online"));
  await vi.advanceTimersByTimeAsync(10);
  expect(reload).toHaveBeenCalledTimes(1);
});
