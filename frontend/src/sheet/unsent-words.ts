import { computed } from "@preact/signals";
import { unsent as cy } from "../i18n/cy/unsent";
import { unsent as en } from "../i18n/en/unsent";
import { language } from "../i18n/language";

/** The words about what is not on the sheet, in the language spoken now. */
export const unsentWords = computed(() => (language.value === "cy" ? cy : en));
