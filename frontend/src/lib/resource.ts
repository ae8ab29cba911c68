import { type Signal, useSignal } from "@preact/signals";
import { useCallback, useEffect } from "preact/hooks";
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
  const reload = useCallback(async () => {
    try {
      data.value = await load();
      error.value = undefined;
    } catch (fault) {
      if (!(fault instanceof ApiError)) throw fault;
      error.value = fault;
    }
  }, [key]);
  useEffect(() => {
    data.value = undefined;
    void reload();
  }, [key]);
  return { data, error, reload };
}
