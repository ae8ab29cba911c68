import type { Schemas } from "../api/client";
import { language } from "../i18n/language";

const REGION = { en: "en-GB", cy: "cy-GB" };

/** A list in words: A, B and C, in the current language and as Britain writes it, without a comma before *and*. */
export const listed = (names: string[]): string => new Intl.ListFormat(REGION[language.value]).format(names);

export const centreWords = ({ number, name }: Schemas["CentreOut"]): string => `${number} ${name}`.trim();
