import { api, body } from "../../api/client";

export const getMe = () => body(api.GET("/v1/me"), "memberships");

export const getSeries = () => body(api.GET("/v1/series"), "series");

export { getAssessments, getFirstWithEntries } from "../../api/assessments";
