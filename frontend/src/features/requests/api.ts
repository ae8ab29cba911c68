import { type Schemas, api, body } from "../../api/client";

export type Summary = Schemas["AssessmentSummary"];
export type Request = Schemas["RequestOut"];

/** A request with the assessment it is of. */
export interface Asked {
  sheet: Summary;
  request: Request;
}

const of = (sheet: string, number: number) => ({ params: { path: { sheet, number } } });

export const askColleague = (sheet: string, wanted: Schemas["RequestIn"], key: string) =>
  body(api.POST("/v1/sheets/{sheet}/requests", { params: { path: { sheet }, header: { "idempotency-key": key } }, body: wanted }));

export const changeRequest = (sheet: string, number: number, wanted: Schemas["RequestIn"]) =>
  body(api.PUT("/v1/sheets/{sheet}/requests/{number}", { ...of(sheet, number), body: wanted }));

export const takeBack = (sheet: string, number: number) => body(api.DELETE("/v1/sheets/{sheet}/requests/{number}", of(sheet, number)));

export const sayReady = (sheet: string, number: number) => body(api.POST("/v1/sheets/{sheet}/requests/{number}/ready", of(sheet, number)));

export const remind = (centre: string, series: string, requests: Schemas["AskedIn"][], key: string) =>
  body(
    api.POST("/v1/centres/{centre}/series/{series_id}/reminders", {
      params: { path: { centre, series_id: series }, header: { "idempotency-key": key } },
      body: { requests },
    }),
    "results",
  );
