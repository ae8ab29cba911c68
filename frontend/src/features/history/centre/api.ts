import { api, body, type Schemas } from "../../../api/client";

export type Arranged = Schemas["OfficeHistoryEntry"];

/** The history of a centre, or of the board where none is named. */
export const getArranged = (centre: string | undefined, before?: string) => {
  const query = before ? { before } : {};
  return body(
    centre ? api.GET("/v1/centres/{centre}/history", { params: { path: { centre }, query } }) : api.GET("/v1/board/history", { params: { query } }),
    "entries",
  );
};
