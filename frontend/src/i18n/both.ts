import { type ReadonlySignal, computed } from "@preact/signals";
import { language } from "./language";

/** Words that come with the pages that need them, in the language spoken now. */
export const both = <T>(en: T, cy: T): ReadonlySignal<T> => computed(() => (language.value === "cy" ? cy : en));
