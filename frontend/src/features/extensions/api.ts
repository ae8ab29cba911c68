import { api, body, type Schemas } from "../../api/client";

export const askForExtension = (sheet: string, asked: Schemas["AskExtensionIn"]) =>
  body(api.POST("/v1/sheets/{sheet}/extension", { params: { path: { sheet } }, body: asked }));
