import { answered, api, body } from "../api/client";
import type { Change } from "./row";

/** A sheet, with every row or with those of one page. */
export const getSheet = (sheet: string, page: number | "all" = "all") =>
  body(api.GET("/v1/sheets/{sheet}", { params: { path: { sheet }, query: { page } } }), "rows");

/** What colleagues are asked for on a sheet. */
export const getRequests = (sheet: string) => body(api.GET("/v1/sheets/{sheet}/requests", { params: { path: { sheet } } }), "requests");

/** The version of a sheet and who else has it open, or undefined when neither has changed since the tag. */
export async function askNow(sheet: string, tag: string) {
  const call = api.GET("/v1/sheets/{sheet}/now", { params: { path: { sheet }, header: tag ? { "if-none-match": tag } : {} } });
  const { response } = await call;
  if (response.status === 304) return undefined;
  const { data, etag } = await answered(call, "colleagues");
  return { now: data, tag: etag };
}

/** Browsers refuse to send more than 64 KB with `keepalive`, its other requests included. */
const KEPT_ALIVE_BYTES = 60_000;
const isKeptAlive = (rows: Change[]): boolean => new Blob([JSON.stringify(rows)]).size <= KEPT_ALIVE_BYTES;

export const saveMarks = (sheet: string, rows: Change[], key: string) =>
  body(
    api.PATCH("/v1/sheets/{sheet}/marks", {
      params: { path: { sheet }, header: { "idempotency-key": key } },
      body: { rows },
      keepalive: isKeptAlive(rows), // what was typed last is sent although the tab is being closed
    }),
    "rows",
  );

export const getReport = (sheet: string) => body(api.GET("/v1/sheets/{sheet}/report", { params: { path: { sheet } } }));

export const askForReport = (sheet: string) => body(api.POST("/v1/sheets/{sheet}/report", { params: { path: { sheet } } }));
