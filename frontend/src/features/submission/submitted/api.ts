import { api, body } from "../../../api/client";

export const getSubmissions = (centre: string, series: string) =>
  body(
    api.GET("/v1/centres/{centre}/series/{series_id}/submissions", {
      params: { path: { centre, series_id: series } },
    }),
  );
