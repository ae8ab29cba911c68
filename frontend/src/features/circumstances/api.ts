import { type Schemas, api, body } from "../../api/client";

export type Given = Schemas["GivenCircumstanceIn"];

/** Record a circumstance of a candidate, or with null that there is none. */
export const recordCircumstance = (sheet: string, candidate: string, circumstance: Given | null) =>
  body(
    api.PUT("/v1/sheets/{sheet}/candidates/{candidate}/circumstance", {
      params: { path: { sheet, candidate } },
      body: { circumstance },
    }),
  );
