import { api, body, type Schemas } from "../../api/client";

export type Line = Schemas["BoardLineOut"];

export const getSheets = (series: string) => body(api.GET("/v1/board/series/{series_id}/sheets", { params: { path: { series_id: series } } }));

export const startModeration = (sheet: string, how: Schemas["StartIn"]) =>
  body(api.POST("/v1/board/sheets/{sheet}/moderation", { params: { path: { sheet } }, body: how }));

export const decideAmendment = (sheet: string, number: number, decision: Schemas["DecisionIn"]) =>
  body(api.POST("/v1/board/sheets/{sheet}/amendments/{number}/decision", { params: { path: { sheet, number } }, body: decision }));

export const askForWork = (sheet: string, number: number, wanted: Schemas["AskWorkIn"]) =>
  body(api.POST("/v1/board/sheets/{sheet}/amendments/{number}/work", { params: { path: { sheet, number } }, body: wanted }));

export const recordOutcome = (sheet: string, outcome: Schemas["OutcomeIn"]) =>
  body(api.POST("/v1/board/sheets/{sheet}/moderation/outcome", { params: { path: { sheet } }, body: outcome }));

export const decideExtension = (sheet: string, decision: Schemas["DecideExtensionIn"]) =>
  body(api.POST("/v1/board/sheets/{sheet}/extension", { params: { path: { sheet } }, body: decision }));

export const enterCandidate = (sheet: string, entry: Schemas["EntryIn"], reason: string) =>
  body(api.POST("/v1/board/sheets/{sheet}/entries", { params: { path: { sheet } }, body: { entries: [entry], reason } }));

export const withdrawCandidate = (sheet: string, candidate: string, reason: string) =>
  body(api.POST("/v1/board/sheets/{sheet}/withdrawals", { params: { path: { sheet } }, body: { candidates: [candidate], reason } }));

export const moveCandidate = (sheet: string, move: Schemas["MoveIn"]) =>
  body(api.POST("/v1/board/sheets/{sheet}/moves", { params: { path: { sheet } }, body: move }));

export const getCentre = (centre: string, series: string, code: string) =>
  body(api.GET("/v1/centres/{centre}/series/{series_id}/assessments", { params: { path: { centre, series_id: series }, query: { code } } }));
