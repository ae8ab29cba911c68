import { useSignal } from "@preact/signals";
import { useLatest } from "../lib/latest";
import type { Trouble } from "./ErrorSummary";

/** What each box of a form lacks, by its id, in the order of the form. */
export type Lacks = Readonly<Record<string, string | undefined>>;

/**
 * What a form lacks is said once someone tried to send it: at each box, and together in the summary. A box that came
 * later, or was right then, says nothing before the next try.
 */
export function useLacks(lacks: Lacks) {
  const tried = useSignal<ReadonlySet<string> | undefined>(undefined);
  const problems = useSignal<Trouble[]>([]);
  const latest = useLatest(lacks);
  return {
    tried: tried.value !== undefined,
    problems: problems.value,
    at: (id: string): string | undefined => (tried.value?.has(id) ? lacks[id] : undefined),
    /** Whether the form can be sent. */
    complete: (): boolean => {
      problems.value = Object.entries(lacks).flatMap(([at, was]) => (was === undefined ? [] : [{ at, say: () => latest.current[at] ?? was }]));
      tried.value = new Set(problems.value.flatMap(({ at }) => at ?? []));
      return problems.value.length === 0;
    },
    /** Start again, with another form. */
    forget: (): void => {
      tried.value = undefined;
      problems.value = [];
    },
  };
}
