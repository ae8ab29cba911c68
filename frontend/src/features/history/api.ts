import { api, body } from "../../api/client";

export const getHistory = (sheet: string, before?: string) =>
  body(api.GET("/v1/sheets/{sheet}/history", { params: { path: { sheet }, query: before ? { before } : {} } }));
