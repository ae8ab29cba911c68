import { t } from "../i18n/words";

const SHOWN = 3;

/** Any of these people: Owen Reid, Mair Pugh or Dev Anand. */
export function anyOf(names: string[]): string {
  const words = t.value.shell.people;
  if (names.length < 2) return names.join("");
  const named = names.length > SHOWN ? names.slice(0, SHOWN - 1) : names.slice(0, -1);
  const last = names.length > SHOWN ? words.others(names.length - named.length) : (names.at(-1) ?? "");
  return words.or(named.join(", "), last);
}
