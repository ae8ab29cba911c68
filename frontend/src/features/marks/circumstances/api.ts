import { type Schemas, api, body } from "../../../api/client";
import type { Row } from "../../../sheet/row";

export type Given = Schemas["GivenCircumstanceIn"];

/** Record a circumstance of the candidate with this UCI only, or with null remove it. */
export const recordCircumstance = (sheet: string, { candidate, uci }: Pick<Row, "candidate" | "uci">, circumstance: Given | null) =>
  body(
    api.PUT("/v1/sheets/{sheet}/candidates/{candidate}/circumstance", {
      params: { path: { sheet, candidate } },
      body: { circumstance, uci },
    }),
  );
