import { api, body } from "../../api/client";

export const getMe = () => body(api.GET("/v1/me"), "memberships");

export const getSeries = () => body(api.GET("/v1/series"), "series");

export const getAssessments = (centre: string, series: string) =>
  body(
    api.GET("/v1/centres/{centre}/series/{series_id}/assessments", {
      params: { path: { centre, series_id: series } },
    }),
  );
