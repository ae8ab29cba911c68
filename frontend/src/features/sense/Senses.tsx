import { t } from "../../i18n/words";
import type { Sense } from "./api";
import { senseWords } from "./sense-words";

/** What is odd about a sheet's marks as a whole, a sentence each. */
export const Senses = ({ senses }: { senses: Sense[] }) =>
  senses.length === 0 ? null : (
    <ul class="govuk-list govuk-list--bullet">
      {senses.map((sense) => (
        <li key={sense.sentence}>{senseWords(t.value.sense, sense)}</li>
      ))}
    </ul>
  );
