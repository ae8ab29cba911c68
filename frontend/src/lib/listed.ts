import type { Schemas } from "../api/client";
import { language } from "../i18n/language";

/** A list in words: A, B and C, in the current language. */
export const listed = (names: string[]): string => new Intl.ListFormat(language.value).format(names);

export const centreWords = ({ number, name }: Schemas["CentreOut"]): string => `${number} ${name}`.trim();
