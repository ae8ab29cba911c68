import { api, body, type Schemas } from "../../../api/client";

export type Consortia = Schemas["ConsortiaOut"];
export type Line = Schemas["ConsortiumLineOut"];
export type Consortium = Schemas["ConsortiumOut"];
export type Member = Schemas["TogetherOut"];

export const getConsortia = (series: string) => body(api.GET("/v1/board/series/{series_id}/consortia", { params: { path: { series_id: series } } }));

export const getConsortium = (sheet: string) => body(api.GET("/v1/board/sheets/{sheet}/consortium", { params: { path: { sheet } } }));

export const arrange = (sheet: string, centres: string[]) =>
  body(api.PUT("/v1/board/sheets/{sheet}/consortium", { params: { path: { sheet } }, body: { centres } }));

export const dissolve = (sheet: string) => body(api.DELETE("/v1/board/sheets/{sheet}/consortium", { params: { path: { sheet } } }));
