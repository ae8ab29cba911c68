import { expect, it } from "vitest";
import { anyOf } from "./people";

it("one of several people is named with or, and a crowd is counted", () => {
  expect(anyOf([])).toBe("");
  expect(anyOf(["Owen Reid"])).toBe("Owen Reid");
  expect(anyOf(["Owen Reid", "Mair Pugh"])).toBe("Owen Reid or Mair Pugh");
  expect(anyOf(["Owen Reid", "Mair Pugh", "Dev Anand"])).toBe("Owen Reid, Mair Pugh or Dev Anand");
  expect(anyOf(["Owen Reid", "Mair Pugh", "Dev Anand", "Asha Patel", "Ann Li"])).toBe("Owen Reid, Mair Pugh or 3 others");
});
