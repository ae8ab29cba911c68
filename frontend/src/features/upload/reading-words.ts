import { computed } from "@preact/signals";
import { reading as cy } from "../../i18n/cy/reading";
import { reading as en } from "../../i18n/en/reading";
import { language } from "../../i18n/language";

/** The words about how a file is read, in the language spoken now. */
export const readingWords = computed(() => (language.value === "cy" ? cy : en));
