import { api, body, type Schemas } from "../../api/client";

export type Amendments = Schemas["AmendmentsOut"];
export type Amendment = Schemas["AmendmentOut"];
export type Wanted = Schemas["AmendIn"];

const at = (sheet: string, number: number) => ({ params: { path: { sheet, number } } });

export const getAmendments = (sheet: string) => body(api.GET("/v1/sheets/{sheet}/amendments", { params: { path: { sheet } } }));

/** Request an amendment; the same key is the same amendment. */
export const amendMarks = (sheet: string, wanted: Wanted, key: string) =>
  body(
    api.POST("/v1/sheets/{sheet}/amendments", {
      params: { path: { sheet }, header: { "idempotency-key": key } },
      body: wanted,
    }),
  );

export const withdrawAmendment = (sheet: string, number: number) => body(api.POST("/v1/sheets/{sheet}/amendments/{number}/withdraw", at(sheet, number)));

export const workSent = (sheet: string, number: number, note: string) =>
  body(api.POST("/v1/sheets/{sheet}/amendments/{number}/sent", { ...at(sheet, number), body: { note } }));
