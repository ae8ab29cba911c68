import { api, body, type Schemas } from "../../api/client";

export const getNotices = () => body(api.GET("/v1/me/notices"));

export const chooseNotices = (chosen: Schemas["NoticesIn"]) => body(api.PUT("/v1/me/notices", { body: chosen }));

export const sayMailWorks = () => body(api.POST("/v1/me/notices/works"));
