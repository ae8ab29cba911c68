import { type Language, language } from "./language";

type Forms = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string };

const rules: Record<Language, Intl.PluralRules> = { en: new Intl.PluralRules("en"), cy: new Intl.PluralRules("cy") };

/** The form for a number in the current language; English has one and other, Welsh all six. */
export const plural = (count: number, forms: Forms): string => forms[rules[language.value].select(count)] ?? forms.other;
