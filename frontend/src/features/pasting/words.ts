import { computed } from "@preact/signals";
import { pasting as cy } from "../../i18n/cy/pasting";
import { type Pasting, pasting as en } from "../../i18n/en/pasting";
import { language } from "../../i18n/language";

/** The words of pasting, which come with it so that a first visit does not download them. */
export const words = computed((): Pasting => (language.value === "cy" ? cy : en));
