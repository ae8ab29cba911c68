import { signal } from "@preact/signals";

export type Language = "en" | "cy";

/** What the page speaks now. */
export const language = signal<Language>("en");
