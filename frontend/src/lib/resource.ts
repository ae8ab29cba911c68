import { type Signal, useSignal } from "@preact/signals";
import { useCallback, useEffect, useRef } from "preact/hooks";
import { ApiError } from "../api/client";

export interface Resource<T> {
  data: Signal<T | undefined>;
  error: Signal<ApiError | undefined>;
  reload: () => Promise<void>;
}

/** Load something when a page opens or `key` changes; the page shows data, error or neither yet. */
export function useResource<T>(key: string, load: () => Promise<T>): Resource<T> {
  const data = useSignal<T | undefined>(undefined);
  const error = useSignal<ApiError | undefined>(undefined);
  const latest = useRef(0);
  const reload = useCallback(async () => {
    const turn = ++latest.current;
    try {
      const loaded = await load();
      if (turn !== latest.current) return;
      data.value = loaded;
      error.value = undefined;
    } catch (fault) {
      if (!(fault instanceof ApiError)) throw fault;
      if (turn === latest.current) error.value = fault;
    }
  }, [key]);
  useEffect(() => {
    data.value = undefined;
    error.value = undefined;
    void reload();
  }, [key]);
  return { data, error, reload };
}
