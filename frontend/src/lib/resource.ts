import { type Signal, useSignal } from "@preact/signals";
import { useCallback, useEffect, useRef } from "preact/hooks";
import { ApiError } from "../api/client";
import { useLatest } from "./latest";

export interface Resource<T> {
  data: Signal<T | undefined>;
  error: Signal<ApiError | undefined>;
  reload: () => Promise<void>;
}

/** Load something when a page opens or `key` changes; the page shows data, error or neither yet. */
export function useResource<T>(key: string, load: () => Promise<T>): Resource<T> {
  const data = useSignal<T | undefined>(undefined);
  const error = useSignal<ApiError | undefined>(undefined);
  const turns = useRef(0);
  const latest = useLatest(load);
  const reload = useCallback(async () => {
    const turn = ++turns.current;
    try {
      const loaded = await latest.current();
      if (turn !== turns.current) return;
      data.value = loaded;
      error.value = undefined;
    } catch (fault) {
      if (!(fault instanceof ApiError)) throw fault;
      if (turn === turns.current) error.value = fault;
    }
  }, [data, error, latest]);
  useEffect(() => {
    data.value = undefined;
    error.value = undefined;
    void reload();
  }, [key, data, error, reload]);
  return { data, error, reload };
}
