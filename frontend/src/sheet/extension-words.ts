import type { Schemas } from "../api/client";
import { t } from "../i18n/words";
import { day } from "../lib/dates";

export type Extension = Schemas["MoreTimeOut"];

/** The state of the extension requested, in a line. */
export function extensionWords({ until, granted, decided }: Extension): string {
  const words = t.value.dates.extension;
  if (granted === null) return words.waits(day(until));
  return granted ? words.granted(day(until)) : words.declined(day(until), decided?.note ?? "");
}
