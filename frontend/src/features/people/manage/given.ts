import type { Schemas } from "../../../api/client";
import type { Held } from "../../../auth/centre";
import type { Role } from "./api";

/** The roles that can be given for single assessments. */
export const LIMITABLE: readonly Role[] = ["enter marks", "submit marks"];
/** How many assessments a role can be limited to. */
export const MOST = 40;

/** The roles ticked in a form; those in `only` are for these assessments. */
export interface Given {
  roles: readonly Role[];
  only: ReadonlyMap<Role, readonly string[]>;
}

export const NOTHING: Given = { roles: [], only: new Map() };

export const givenOf = ({ roles, limits }: Held): Given => ({
  roles: [...roles, ...limits.map(({ role }) => role)],
  only: new Map(limits.map(({ role, assessments }) => [role, assessments])),
});

/** The same as it is sent. */
export const sentOf = ({ roles, only }: Given): { roles: Role[]; limits: Schemas["LimitIn"][] } => ({
  roles: roles.filter((role) => !only.has(role)).toSorted(),
  limits: roles.flatMap((role) => (only.has(role) ? [{ role, assessments: [...(only.get(role) ?? [])].toSorted() }] : [])),
});

/** With a role for the assessments named, or (undefined) for all. */
export function withRole({ roles, only }: Given, role: Role, codes: readonly string[] | undefined): Given {
  const others = [...only].filter(([other]) => other !== role);
  return { roles: roles.includes(role) ? roles : [...roles, role], only: new Map(codes ? [...others, [role, codes]] : others) };
}

export const withoutRole = ({ roles, only }: Given, role: Role): Given => ({
  roles: roles.filter((other) => other !== role),
  only: new Map([...only].filter(([other]) => other !== role)),
});

/** With a role for one assessment more. */
export const withOne = (given: Given, role: Role, code: string): Given => withRole(given, role, [...new Set([...(given.only.get(role) ?? []), code])]);

/** Whether someone has no other roles than for single assessments: they then also view the whole centre. */
export const seesAll = ({ roles, only }: Given): boolean => roles.length > 0 && roles.every((role) => only.has(role));
