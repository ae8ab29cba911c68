import { beforeEach, expect, it } from "vitest";
import type { Schemas } from "../api/client";
import { keepCentre, openingMembership } from "./chosen-centre";

const at = (number: string): Schemas["MembershipOut"] => ({ centre: { number, name: "" }, roles: [], limits: [] });
const HOME = at("64235");
const STRANGERS = at("58410");
const opens = (id: string, ...memberships: Schemas["MembershipOut"][]) => openingMembership({ id, memberships })?.centre.number;
const aNewTab = () => sessionStorage.clear();

beforeEach(() => {
  sessionStorage.clear();
  localStorage.clear();
});

it("goes on opening one's own centre after another centre gave access, in a new tab too", () => {
  expect(opens("owen", HOME)).toBe("64235");
  aNewTab();
  expect(opens("owen", STRANGERS, HOME)).toBe("64235");
});

it("opens the centre that someone chose last, for each tab its own, and for nobody else", () => {
  keepCentre({ id: "owen" }, "64235");
  expect(opens("owen", STRANGERS, HOME)).toBe("64235");
  keepCentre({ id: "owen" }, "58410");
  aNewTab();
  expect(opens("owen", STRANGERS, HOME)).toBe("58410");
  expect(opens("mair", HOME, STRANGERS)).toBe("64235");
});

it("opens another centre when the one worked in is no longer theirs", () => {
  keepCentre({ id: "owen" }, "64235");
  expect(opens("owen", STRANGERS)).toBe("58410");
  expect(opens("owen")).toBeUndefined();
});
