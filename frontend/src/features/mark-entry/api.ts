import { answered, api, body } from "../../api/client";
import type { Change } from "./sheet-store";

export const getSheet = (sheet: string, page: number) =>
  answered(api.GET("/v1/sheets/{sheet}", { params: { path: { sheet }, query: { page } } }));

export const saveMarks = (sheet: string, rows: Change[], key: string) =>
  body(
    api.PATCH("/v1/sheets/{sheet}/marks", {
      params: { path: { sheet }, header: { "idempotency-key": key } },
      body: { rows },
    }),
  );
