import { api, body } from "../../api/client";

export const getReport = (sheet: string) => body(api.GET("/v1/sheets/{sheet}/report", { params: { path: { sheet } } }));

export const askForReport = (sheet: string) =>
  body(api.POST("/v1/sheets/{sheet}/report", { params: { path: { sheet } } }));

export const getSubmissions = (centre: string, series: string) =>
  body(
    api.GET("/v1/centres/{centre}/series/{series_id}/submissions", {
      params: { path: { centre, series_id: series } },
    }),
  );
