import type { Schemas } from "../api/client";
import { sheetWords } from "./words";

/** A statement of the declaration in the current language, while it is of the version to be agreed to. */
export function statementWords(version: string, { key, text }: Schemas["StatementOut"]): string {
  const { declaration } = sheetWords.value;
  if (declaration.version !== version) return text;
  return (declaration.statements as Record<string, string>)[key] ?? text;
}

/** The statements of a wording that was declared; none where it is not the one this page knows. */
export const declaredWords = (version: string): string[] => {
  const { declaration } = sheetWords.value;
  return declaration.version === version ? Object.values(declaration.statements) : [];
};
