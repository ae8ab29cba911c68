import { api, body } from "./client";

/** A sheet as it is now, without its rows. */
export const getHead = (sheet: string) => body(api.GET("/v1/sheets/{sheet}", { params: { path: { sheet }, query: { page: 1 } } }), "rows");
