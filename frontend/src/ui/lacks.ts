import { useSignal } from "@preact/signals";
import { useLatest } from "../lib/latest";
import type { Trouble } from "./ErrorSummary";

/** What each box of a form lacks, by its id, in the order of the form. */
export type Lacks = Readonly<Record<string, string | undefined>>;

/** What a form lacks is said once someone tried to send it: at each box, and together in the summary. */
export function useLacks(lacks: Lacks) {
  const tried = useSignal(false);
  const problems = useSignal<Trouble[]>([]);
  const latest = useLatest(lacks);
  return {
    tried: tried.value,
    problems: problems.value,
    at: (id: string): string | undefined => (tried.value ? lacks[id] : undefined),
    /** Whether the form can be sent. */
    complete: (): boolean => {
      tried.value = true;
      problems.value = Object.entries(lacks).flatMap(([at, was]) => (was === undefined ? [] : [{ at, say: () => latest.current[at] ?? was }]));
      return problems.value.length === 0;
    },
    /** Start again, with another form. */
    forget: (): void => {
      tried.value = false;
      problems.value = [];
    },
  };
}
