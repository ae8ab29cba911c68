import type { Schemas } from "../api/client";
import { language } from "../i18n/language";

/** All of these: A, B and C, in the language spoken now. */
export const listed = (names: string[]): string => new Intl.ListFormat(language.value).format(names);

export const centreWords = ({ number, name }: Schemas["CentreOut"]): string => `${number} ${name}`.trim();
