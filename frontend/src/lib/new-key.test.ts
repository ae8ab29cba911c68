import { afterEach, expect, it, vi } from "vitest";
import { newKey } from "./new-key";

afterEach(() => vi.unstubAllGlobals());

it("makes keys over plain HTTP too, where the browser gives no UUIDs", () => {
  const { getRandomValues } = crypto;
  vi.stubGlobal("crypto", { getRandomValues: getRandomValues.bind(crypto) });

  expect(newKey()).toMatch(/^[0-9a-f]{32}$/);
});

it("makes no key twice", () => {
  expect(new Set(Array.from({ length: 1000 }, newKey)).size).toBe(1000);
});
