import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { newVersion, watchVersion } from "./new-version";

const page = (script: string) => new Response(`<html><script type="module" crossorigin src="/assets/${script}"></script></html>`);
const RUNNING = "/assets/index-a1.js";
let stop: () => void;

function serve(...answers: (Response | Error)[]) {
  const fetched = vi.fn(async () => {
    const answer = answers.length > 1 ? answers.shift() : answers[0];
    if (answer instanceof Error) throw answer;
    return answer?.clone();
  });
  vi.stubGlobal("fetch", fetched);
  stop = watchVersion(RUNNING);
  return fetched;
}
const fiveMinutes = () => vi.advanceTimersByTimeAsync(5 * 60_000);

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  stop();
  newVersion.value = false;
  vi.unstubAllGlobals();
  vi.useRealTimers();
  Reflect.deleteProperty(document, "hidden");
});

it("a page that starts with another script is a new version", async () => {
  serve(page("index-a1.js"), page("index-b2.js"));
  await fiveMinutes();
  expect(newVersion.value).toBe(false);
  await fiveMinutes();
  expect(newVersion.value).toBe(true);
});

it("once a new version is known nobody looks any more", async () => {
  const fetched = serve(page("index-b2.js"));
  await fiveMinutes();
  await fiveMinutes();
  expect(fetched).toHaveBeenCalledTimes(1);
});

it("nobody looks while the page is hidden", async () => {
  const fetched = serve(page("index-b2.js"));
  Object.defineProperty(document, "hidden", { value: true, configurable: true });
  await fiveMinutes();
  expect(fetched).not.toHaveBeenCalled();
});

it("a lost connection, a fault and a page of someone else's are no new version", async () => {
  serve(new TypeError("Failed to fetch"), new Response("", { status: 503 }), new Response("<html>Sign in to the wifi</html>"));
  await fiveMinutes();
  await fiveMinutes();
  await fiveMinutes();
  expect(newVersion.value).toBe(false);
});
