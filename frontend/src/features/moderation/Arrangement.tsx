import { t } from "../../i18n/words";
import { day } from "../../lib/dates";
import { centreWords, listed } from "../../lib/listed";
import { Facts } from "../../ui/Facts";
import type { Moderation } from "./api";
import { isWanted } from "./is-wanted";

/** Who moderates, how the work is seen, and by when it is sent. */
export function Arrangement({ now }: { now: Moderation }) {
  const words = t.value.moderation;
  const { moderator, method, due, overdue, centres, pool } = now;
  return (
    <Facts
      facts={[
        [words.facts.moderator, moderator?.name],
        [words.facts.method, method && words.method[method]],
        [words.facts.due, due && (overdue ? words.overdue(day(due)) : day(due))],
        [words.facts.centres, centres.length > 1 ? listed(centres.map(centreWords)) : ""],
        [words.facts.pool, pool > 0 ? words.pool(now.sample.filter(isWanted).length, pool) : ""],
      ]}
    />
  );
}
