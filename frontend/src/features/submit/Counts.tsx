import type { Schemas } from "../../api/client";
import { t } from "../../i18n/words";

const SHOWN = ["candidates", "entered", "checked", "absent", "zero", "highest", "lowest", "mean"] as const;

/** The marks in figures; what a scale of grades does not have is left out. */
export const Counts = ({ counts }: { counts: Schemas["CountsOut"] }) => (
  <dl class="cm-counts">
    {SHOWN.filter((name) => counts[name] !== null).map((name) => (
      <div key={name}>
        <dt>{t.value.review.counts[name]}</dt>
        <dd>{counts[name]}</dd>
      </div>
    ))}
  </dl>
);
