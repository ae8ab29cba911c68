import { type Schemas, api, body } from "./client";

export const getAssessments = (centre: string, series: string) =>
  body(
    api.GET("/v1/centres/{centre}/series/{series_id}/assessments", {
      params: { path: { centre, series_id: series } },
    }),
  );

/** A centre's assessments in the first of these series that it has entries in, or else in the first. */
export async function getFirstWithEntries(centre: string, [first = "", ...others]: string[]): Promise<Schemas["CentreAssessmentsOut"]> {
  const found = await getAssessments(centre, first);
  if (found.assessments.length > 0) return found;
  for (const other of others) {
    // oxlint-disable-next-line no-await-in-loop -- the next is asked for only where this one is empty
    const theirs = await getAssessments(centre, other);
    if (theirs.assessments.length > 0) return theirs;
  }
  return found;
}

/** Each qualification once, by its code. */
export function qualificationsOf(all: Schemas["AssessmentSummary"][]): Schemas["QualificationOut"][] {
  const byCodes = new Map(all.map(({ assessment: { qualification } }) => [qualification.code, qualification]));
  return [...byCodes.values()].toSorted((a, b) => a.code.localeCompare(b.code));
}
