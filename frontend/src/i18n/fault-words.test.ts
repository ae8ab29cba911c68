import { afterEach, expect, it } from "vitest";
import { ApiError } from "../api/client";
import { faultWords } from "./fault-words";
import { speak } from "./words";

afterEach(() => speak("en"));

const refusal = (status: number, code: string) => new ApiError(status, { code, detail: "In the API's words." });

it("a refusal is put in words by its code, in the language spoken", async () => {
  expect(faultWords(refusal(503, "busy"))).toContain("Nothing was changed");
  await speak("cy");
  expect(faultWords(refusal(503, "busy"))).toContain("Ni newidiwyd dim");
});

it("a code that is new to the page falls back to the API's words, and Welsh says whose they are", async () => {
  expect(faultWords(refusal(409, "conflict"))).toBe("In the API's words.");
  await speak("cy");
  expect(faultWords(refusal(409, "conflict"))).toBe("Atebodd y gwasanaeth yn Saesneg: In the API's words.");
});

it("what no part of the API answered is told by how the answer came", () => {
  expect(faultWords(new ApiError(0, {}))).toBe("There is no answer from the service. Check your connection.");
  expect(faultWords(new ApiError(401, {}))).toBe("You have been signed out. Sign in again.");
  expect(faultWords(new ApiError(404, {}))).toContain("does not exist");
  expect(faultWords(new ApiError(502, {}))).toContain("Try again");
});
