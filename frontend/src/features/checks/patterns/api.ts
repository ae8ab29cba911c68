import { type Schemas, api, body } from "../../../api/client";

export type Sense = Schemas["SensesOut"]["senses"][number];

export const getSenses = (sheet: string) => body(api.GET("/v1/sheets/{sheet}/sense", { params: { path: { sheet } } }));
