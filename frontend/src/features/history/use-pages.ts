import { type ReadonlySignal, useSignal } from "@preact/signals";
import type { ApiError } from "../../api/client";
import { useAct } from "../../lib/act";

export interface PageOf<Entry> {
  entries: Entry[];
  before: string | null;
}

export interface Pages<Entry> {
  entries: ReadonlySignal<Entry[]>;
  more: boolean;
  fault: ApiError | undefined;
  older: () => void;
}

/** The entries of a history loaded so far, latest first, and a function that loads older ones. */
export function usePages<Entry>(latest: PageOf<Entry>, load: (before: string) => Promise<PageOf<Entry>>): Pages<Entry> {
  const entries = useSignal(latest.entries);
  const before = useSignal(latest.before);
  const { fault, act } = useAct();
  const older = () =>
    act(async () => {
      if (before.value === null) return;
      const page = await load(before.value);
      entries.value = [...entries.value, ...page.entries];
      before.value = page.before;
    });
  return { entries, more: before.value !== null, fault: fault.value, older: () => void older() };
}
