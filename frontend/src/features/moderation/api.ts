import { api, body, type Schemas } from "../../api/client";

export type Moderation = Schemas["ModerationOut"];
export type Sampled = Schemas["SampledOut"];

export const getModeration = (sheet: string) => body(api.GET("/v1/sheets/{sheet}/moderation", { params: { path: { sheet } } }));

export const sampleSent = (sheet: string, candidates: string[], note: string) =>
  body(api.POST("/v1/sheets/{sheet}/moderation/sent", { params: { path: { sheet } }, body: { candidates, note } }));

export const correctSent = (sheet: string, candidates: string[], note: string, correction: Schemas["CorrectionIn"]) =>
  body(api.POST("/v1/sheets/{sheet}/moderation/sent", { params: { path: { sheet } }, body: { candidates, note, correction } }));

export const sampleLost = (sheet: string, candidate: string, explanation: string) =>
  body(api.POST("/v1/sheets/{sheet}/moderation/lost", { params: { path: { sheet } }, body: { candidate, explanation } }));
