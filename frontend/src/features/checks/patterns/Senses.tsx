import type { Sense } from "./api";
import { sayOf } from "./sense-words";

/** Odd patterns of a sheet's marks, a sentence each. */
export const Senses = ({ senses }: { senses: Sense[] }) =>
  senses.length === 0 ? null : (
    <ul class="govuk-list govuk-list--bullet">
      {senses.map((sense) => (
        <li key={sense.sentence}>{sayOf(sense)}</li>
      ))}
    </ul>
  );
