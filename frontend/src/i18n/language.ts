import { signal } from "@preact/signals";

export type Language = "en" | "cy";

/** The current language. */
export const language = signal<Language>("en");
