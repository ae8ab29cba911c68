import { expect, it } from "vitest";
import { listed } from "./listed";

it("lists three names without a comma before the last", () => {
  expect(listed(["Asha", "Tom", "Tina"])).toBe("Asha, Tom and Tina");
});
