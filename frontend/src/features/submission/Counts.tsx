import type { Schemas } from "../../api/client";
import { circumstanceWords } from "../../sheet/note-words";
import { zeroWords } from "../../sheet/row-words";
import { submitWords } from "./words";

const SHOWN = ["candidates", "entered", "checked", "absent", "zero", "highest", "lowest", "mean"] as const;

/** The marks in figures; those that a scale of grades does not have are left out, and so are counts of 0. */
export const Counts = ({ counts }: { counts: Schemas["CountsOut"] }) => (
  <dl class="cm-counts">
    {SHOWN.filter((name) => counts[name] !== null).map((name) => (
      <Count key={name} name={submitWords.value.counts[name]} count={counts[name]} />
    ))}
    {counts.zero_reasons.map(({ reason, count }) => (
      <Count key={reason} name={zeroWords(reason)} count={count} />
    ))}
    {counts.carried_forward > 0 && <Count name={submitWords.value.counts.carried} count={counts.carried_forward} />}
    {counts.circumstances.map((one) => (
      <Count key={one.code} name={circumstanceWords(one)} count={one.count} />
    ))}
  </dl>
);

const Count = ({ name, count }: { name: string; count: number | null }) => (
  <div>
    <dt>{name}</dt>
    <dd>{count}</dd>
  </div>
);
