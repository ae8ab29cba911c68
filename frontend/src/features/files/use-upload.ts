import { type Signal, useSignal } from "@preact/signals";
import { useCallback, useEffect } from "preact/hooks";
import { ApiError } from "../../api/client";
import { pollUntil } from "../../lib/poll";
import { type Upload, getUpload } from "./api";
import { isUnderWay } from "./report";

export interface Followed {
  seen: Signal<Upload | undefined>;
  error: Signal<ApiError | undefined>;
  look: () => Promise<Upload | undefined>;
}

/** Look up a file again until it is checked. */
export function useUpload(id: string): Followed {
  const seen = useSignal<Upload | undefined>(undefined);
  const error = useSignal<ApiError | undefined>(undefined);
  const look = useCallback(async () => {
    try {
      seen.value = await getUpload(id);
      error.value = undefined;
    } catch (fault) {
      if (!(fault instanceof ApiError)) throw fault;
      error.value = fault;
    }
    return seen.value;
  }, [id, seen, error]);
  useEffect(
    () =>
      pollUntil(
        async () => ({ upload: await look(), gone: error.peek()?.status === 404 }),
        ({ upload, gone }) => gone || (upload !== undefined && !isUnderWay(upload)),
      ),
    [look, error],
  );
  return { seen, error, look };
}
