import { t } from "../i18n/words";
import { day, moment } from "../lib/dates";
import { Facts } from "../ui/Facts";
import type { Extension } from "./extension-words";
import { sheetWords } from "./words";

/** What was requested, by whom and why, and what the board decided. */
export function ExtensionFacts({ extension }: { extension: Extension }) {
  const words = sheetWords.value.extension;
  const { until, granted, asked, decided } = extension;
  const decision = granted === null ? words.waits : granted ? words.granted(day(until)) : words.declined;
  return (
    <Facts
      facts={[
        [words.asked, t.value.dates.by(moment(asked.at), asked.by)],
        [words.until, granted ? "" : day(until)],
        [words.reason, asked.note],
        [words.decision, decided ? `${decision}, ${moment(decided.at)}` : decision],
        [words.note, decided?.note],
      ]}
    />
  );
}
