import { api, body, type Schemas } from "../../../api/client";

export type Person = Schemas["PersonOut"];
export type Role = Schemas["Role"];
export type Asked = Schemas["RoleRequestOut"];

/** The roles a centre gives, from the one that may least. */
export const ROLES = ["view", "enter marks", "submit marks", "centre administrator"] as const satisfies Role[];

const keyed = (key: string) => ({ "idempotency-key": key });

export const getPeople = (centre: string) => body(api.GET("/v1/centres/{centre}/people", { params: { path: { centre } } }));

export const invitePerson = (centre: string, wanted: Schemas["InviteIn"], key: string) =>
  body(api.POST("/v1/centres/{centre}/people", { params: { path: { centre }, header: keyed(key) }, body: wanted }));

export const inviteAgain = (centre: string, person: string, key: string) =>
  body(api.POST("/v1/centres/{centre}/people/{person}/invitation", { params: { path: { centre, person }, header: keyed(key) } }));

export const giveRoles = (centre: string, person: string, roles: Schemas["GiveRolesIn"], key: string) =>
  body(api.PUT("/v1/centres/{centre}/people/{person}/roles", { params: { path: { centre, person }, header: keyed(key) }, body: roles }));

export const declineRole = (centre: string, person: string, wanted: Schemas["RoleIn"], key: string) =>
  body(api.POST("/v1/centres/{centre}/people/{person}/declined", { params: { path: { centre, person }, header: keyed(key) }, body: wanted }));
