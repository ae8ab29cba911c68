import type { ApiError, Schemas } from "../../api/client";
import type { Line, Upload } from "./api";

const BAD: ReadonlySet<Line["result"]> = new Set(["refused", "not on the list"]);
const UNDER_WAY: ReadonlySet<Upload["state"]> = new Set(["expected", "received", "checking"]);

export const isUnderWay = ({ state }: Upload): boolean => UNDER_WAY.has(state);

/** Whether a file's preview no longer holds until it is checked again. */
export const isMissing = ({ problem }: ApiError): boolean => problem.code === "preview-missing";

/** How long a file may take to arrive. */
const ARRIVES_MS = 2 * 60_000;

/** How long the service waits for a file. */
const WAITS_MS = 60 * 60_000;

/** When the service stops waiting for a file that has not arrived. */
export const endsAt = ({ sent_at }: Upload): string => new Date(Date.parse(sent_at) + WAITS_MS).toISOString();

/** Whether a file that was to come has not. */
export const isOverdue = ({ state, sent_at }: Upload, now = Date.now()): boolean => state === "expected" && now - Date.parse(sent_at) > ARRIVES_MS;

/**
 * What a person has to look at: unusable lines, lines with warnings, and marks that would be overwritten, first, or
 * changed.
 */
export function sortLines(lines: Line[]) {
  return {
    faults: lines.filter(({ result }) => BAD.has(result)),
    warnings: lines.filter(({ result, code }) => code !== "" && !BAD.has(result)),
    newer: lines.filter(({ since }) => since !== null),
    entered: lines.filter(({ result, since }) => result === "accepted" && since === null),
    changes: lines.filter(({ result, since }) => result === "changed" && since === null),
  };
}

/** How many lines had each result, in all assessments together. */
export function totalsOf(assessments: Upload["assessments"]) {
  const sum = (way: Exclude<keyof Schemas["TallyOut"], "assessment">) => assessments.reduce((total, tally) => total + tally[way], 0);
  return {
    accepted: sum("accepted"),
    changed: sum("changed"),
    unchanged: sum("unchanged"),
    blank: sum("blank"),
    number: sum("by_number"),
    uci: sum("by_uci"),
    name: sum("by_name"),
  };
}

/** The assessments that the file has marks for, each with its mark sheet. */
export const sheetsOf = ({ id, assessments }: Upload): { code: string; sheet: string; accepted: number }[] =>
  assessments
    .filter(({ accepted, changed, unchanged }) => accepted + changed + unchanged > 0)
    .map(({ assessment, accepted }) => ({ code: assessment, sheet: sheetOf(id, assessment), accepted }));

/** The mark sheet of an upload's centre and series for one assessment. */
export const sheetOf = (upload: string, code: string): string => [...upload.split(".").slice(0, 2), code.replace("/", "-")].join(".");

/** The series that an upload is of. */
export const seriesOf = (upload: string): string => upload.split(".")[0] ?? "";

/** The centre that an upload is of. */
export const centreOf = (upload: string): string => upload.split(".")[1] ?? "";
