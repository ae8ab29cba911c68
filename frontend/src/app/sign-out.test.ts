import { expect, it } from "vitest";
import { lossWords } from "./sign-out";

const row = (sheet: string, candidate: string) => ({ sheet, candidate, unsent: false });

it("names every sheet with its candidates before they are lost", () => {
  const many = Array.from({ length: 12 }, (_, n) => row("2027-06.64235.J277-02", String(2001 + n)));
  expect(lossWords([row("2027-06.64235.H446-03", "1001"), row("2027-06.64235.H446-03", "1002"), ...many])).toBe(
    [
      "14 marks on this computer are not saved:",
      "H446-03, June 2027: 1001, 1002",
      "J277-02, June 2027: 2001, 2002, 2003, 2004, 2005, 2006, 2007, 2008, 2009, 2010, 2 others",
      "Sign out and lose them?",
    ].join("\n"),
  );
});
