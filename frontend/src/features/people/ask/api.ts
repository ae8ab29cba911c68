import { api, body, type Schemas } from "../../../api/client";

export const getAdministrators = (centre: string) => body(api.GET("/v1/centres/{centre}/administrators", { params: { path: { centre } } }));

export const askForRole = (centre: string, wanted: Schemas["RoleIn"], key: string) =>
  body(api.POST("/v1/centres/{centre}/role-requests", { params: { path: { centre }, header: { "idempotency-key": key } }, body: wanted }));
