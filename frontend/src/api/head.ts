import { api, body } from "./client";

/** A sheet as it now stands, for what it is of and how far it is. */
export const getHead = (sheet: string) =>
  body(api.GET("/v1/sheets/{sheet}", { params: { path: { sheet }, query: { page: 1 } } }), "rows");
