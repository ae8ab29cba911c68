import { type Signal, useSignal } from "@preact/signals";
import { useCallback, useEffect, useRef } from "preact/hooks";
import { ApiError } from "../api/client";
import { useLatest } from "./latest";
import { onLostAnswer } from "./lost-answer";

export interface Resource<T> {
  data: Signal<T | undefined>;
  error: Signal<ApiError | undefined>;
  reload: () => Promise<void>;
}

/**
 * Load something when a page opens, `key` changes or an answer was lost; gives data, an error or neither yet. Data that
 * is shown stays when it cannot be read again after a lost answer.
 */
export function useResource<T>(key: string, load: () => Promise<T>): Resource<T> {
  const data = useSignal<T | undefined>(undefined);
  const error = useSignal<ApiError | undefined>(undefined);
  const turns = useRef(0);
  const latest = useLatest(load);
  const read = useCallback(
    async (keep: boolean) => {
      const turn = ++turns.current;
      try {
        const loaded = await latest.current();
        if (turn !== turns.current) return;
        data.value = loaded;
        error.value = undefined;
      } catch (fault) {
        if (!(fault instanceof ApiError)) throw fault;
        if (turn === turns.current && !(keep && data.peek() !== undefined)) error.value = fault;
      }
    },
    [data, error, latest],
  );
  const reload = useCallback(() => read(false), [read]);
  useEffect(() => onLostAnswer(() => read(true)), [read]);
  useEffect(() => {
    data.value = undefined;
    error.value = undefined;
    void reload();
  }, [key, data, error, reload]);
  return { data, error, reload };
}
