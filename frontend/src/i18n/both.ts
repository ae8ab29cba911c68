import { type ReadonlySignal, computed } from "@preact/signals";
import { language } from "./language";
import type { Alike } from "./words";

/** A feature's words in the current language; both languages come with its code, so switching needs no download. */
export const both = <English>(en: English, cy: Alike<English>): ReadonlySignal<Alike<English>> =>
  computed(() => (language.value === "cy" ? cy : (en as Alike<English>)));
