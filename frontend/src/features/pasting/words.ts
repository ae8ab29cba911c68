import { computed } from "@preact/signals";
import { pasting as cy } from "../../i18n/cy/pasting";
import { pasting as en } from "../../i18n/en/pasting";
import { language } from "../../i18n/language";

/** The words of pasting, in the language spoken now. */
export const words = computed(() => (language.value === "cy" ? cy : en));
