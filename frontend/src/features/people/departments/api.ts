import { api, body, type Schemas } from "../../../api/client";

export const getDepartments = (centre: string) => body(api.GET("/v1/centres/{centre}/departments", { params: { path: { centre } } }), "departments");

export const changeDepartments = (centre: string, departments: Schemas["DepartmentsIn"]) =>
  body(api.PUT("/v1/centres/{centre}/departments", { params: { path: { centre } }, body: departments }), "departments");
