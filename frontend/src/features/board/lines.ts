import type { Line } from "./api";

export interface Asked {
  assessment: string;
  centre: string;
  stage: string;
}

const plain = (code: string) => code.trim().toUpperCase().replace("-", "/");

/** The sheets of an assessment whose code begins as asked, of a centre by number or a part of its name; empty asks for all. */
export function matching(lines: readonly Line[], asked: Asked): Line[] {
  const centre = asked.centre.trim().toLowerCase();
  return lines.filter(
    (line) =>
      line.assessment.startsWith(plain(asked.assessment)) &&
      (line.centre.number.startsWith(centre) || line.centre.name.toLowerCase().includes(centre)) &&
      isAt(line, asked.stage),
  );
}

/** "waiting" asks for the sheets with an amendment to decide. */
const isAt = (line: Line, stage: string): boolean =>
  stage === "" || (stage === "waiting" ? line.amendments_waiting > 0 : line.stage === stage);
