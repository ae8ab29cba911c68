import type { Schemas } from "../../../api/client";

type Department = Schemas["DepartmentOut"];

/** A department as it is being named; `id` stays while its name changes. */
export interface Named {
  id: number;
  name: string;
}

/** The departments as someone is changing them. */
export interface Draft {
  names: Named[];
  /** The department of each qualification that is in one. */
  homes: ReadonlyMap<string, number>;
}

export const draftOf = (departments: Department[]): Draft => ({
  names: departments.map(({ name }, id) => ({ id, name })),
  homes: new Map(departments.flatMap(({ qualifications }, id) => qualifications.map((code) => [code, id] as const))),
});

/** The departments to save, each with its qualifications in order. */
export const departmentsOf = ({ names, homes }: Draft): Department[] =>
  names.map(({ id, name }) => ({
    name: name.trim(),
    qualifications: [...homes.keys()].filter((code) => homes.get(code) === id).toSorted(),
  }));

/** With one more department, without a name yet. */
export const withOneMore = ({ names, homes }: Draft): Draft => ({ names: [...names, { id: Math.max(-1, ...names.map(({ id }) => id)) + 1, name: "" }], homes });

/** Without a department: its qualifications are in none then. */
export const without = ({ names, homes }: Draft, id: number): Draft => ({
  names: names.filter((one) => one.id !== id),
  homes: new Map([...homes].filter(([, home]) => home !== id)),
});

export const renamed = ({ names, homes }: Draft, id: number, name: string): Draft => ({
  names: names.map((one) => (one.id === id ? { id, name } : one)),
  homes,
});

/** With a qualification in a department, or in none. */
export function moved({ names, homes }: Draft, code: string, id: number | undefined): Draft {
  const next = new Map(homes);
  if (id === undefined) next.delete(code);
  else next.set(code, id);
  return { names, homes: next };
}

const plain = ({ name }: Named) => name.trim().toLowerCase();

/** What is wrong with the names, by department: none, or one that another has. */
export function wrongNames({ names }: Draft): Map<number, "empty" | "twice"> {
  const seen = new Set<string>();
  const wrong = new Map<number, "empty" | "twice">();
  for (const one of names) {
    if (plain(one) === "") wrong.set(one.id, "empty");
    else if (seen.has(plain(one))) wrong.set(one.id, "twice");
    seen.add(plain(one));
  }
  return wrong;
}
