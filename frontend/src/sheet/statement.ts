import type { Schemas } from "../api/client";
import type { Words } from "../i18n/words";

/** A statement of the declaration in the words given, while they are of the wording that is to be agreed to. */
export function statementWords(words: Words, version: string, { key, text }: Schemas["StatementOut"]): string {
  const { declaration } = words.review;
  if (declaration.version !== version) return text;
  return (declaration.statements as Record<string, string>)[key] ?? text;
}
