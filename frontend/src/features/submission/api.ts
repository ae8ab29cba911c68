import { answered, api, body, type Schemas } from "../../api/client";

export const getReview = (sheet: string) => answered(api.GET("/v1/sheets/{sheet}/review", { params: { path: { sheet } } }));

export const submitMarks = (sheet: string, etag: string, key: string, declaration: Schemas["AgreementIn"]) =>
  body(
    api.POST("/v1/sheets/{sheet}/submit", {
      params: { path: { sheet }, header: { "idempotency-key": key, "if-match": etag } },
      body: { declaration },
    }),
    "reference",
  );
