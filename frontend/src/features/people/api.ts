import { api, body, type Schemas } from "../../api/client";

export const getSettings = (centre: string) => body(api.GET("/v1/centres/{centre}/settings", { params: { path: { centre } } }));

export const changeSettings = (centre: string, settings: Schemas["SettingsIn"]) =>
  body(api.PUT("/v1/centres/{centre}/settings", { params: { path: { centre } }, body: settings }));
