import { day } from "../../lib/dates";
import { centreWords, listed } from "../../lib/listed";
import { Facts } from "../../ui/Facts";
import type { Moderation } from "./api";
import { isWaitedFor, isWanted } from "./is-wanted";
import { moderationWords } from "./words";

interface Props {
  now: Moderation;
  /** Whose sample is shown: one centre's part, to the centre or to the board, or that of all centres. */
  of: "yours" | "theirs" | "all";
}

/** Who moderates, how the work is seen, and by when it is sent. */
export function Arrangement({ now, of }: Props) {
  const words = moderationWords.value;
  const { moderator, method, due, overdue, centres, pool } = now;
  const sampled = centres.length > 1 ? words.pool[of] : words.pool.all;
  return (
    <Facts
      facts={[
        [words.facts.moderator, moderator?.name],
        [words.facts.method, method && words.method[method]],
        [words.facts.due, isWaitedFor(now) && due ? (overdue ? words.overdue(day(due)) : day(due)) : ""],
        [words.facts.centres, centres.length > 1 ? listed(centres.map(centreWords)) : ""],
        [words.facts.pool, pool > 0 ? sampled(now.sample.filter(isWanted).length, pool) : ""],
      ]}
    />
  );
}
