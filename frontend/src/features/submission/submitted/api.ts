import { api, body } from "../../../api/client";

/** The receipts of a sheet's submissions, latest first. */
export const getSheetSubmissions = (sheet: string) => body(api.GET("/v1/sheets/{sheet}/submissions", { params: { path: { sheet } } }));

/** One submission as it was sent. */
export const getSubmittedMarks = (sheet: string, number: number) =>
  body(api.GET("/v1/sheets/{sheet}/submissions/{number}", { params: { path: { sheet, number } } }), "marks");

export const getSubmissions = (centre: string, series: string) =>
  body(
    api.GET("/v1/centres/{centre}/series/{series_id}/submissions", {
      params: { path: { centre, series_id: series } },
    }),
  );
