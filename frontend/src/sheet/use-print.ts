import { type Signal, useSignal } from "@preact/signals";
import { useCallback, useEffect, useRef } from "preact/hooks";
import { ApiError, type Schemas } from "../api/client";
import { useLatest } from "../lib/latest";
import { pollUntil } from "../lib/poll";

/** A print that the service makes, and its state. */
export type Printed = Pick<Schemas["ReportOut"], "status" | "link" | "expires_at" | "failed_at">;

export interface Print<P extends Printed> {
  seen: Signal<P | undefined>;
  trouble: Signal<ApiError | undefined>;
  /** Look until it is ready or failed. */
  follow: () => void;
  /** Request it, then look. */
  request: () => Promise<void>;
}

/** A link with less time left than this is requested again. */
const SPARE_MS = 60_000;

/**
 * Request a print of `what`, wait until it is ready or failed, and keep its link valid; another `what` starts again.
 */
export function usePrint<P extends Printed>(what: string, look: () => Promise<P>, ask: () => Promise<P>): Print<P> {
  const seen = useSignal<P | undefined>(undefined);
  const trouble = useSignal<ApiError | undefined>(undefined);
  const stop = useRef<() => void>(() => {});
  const latest = useLatest(look);

  const follow = useCallback(() => {
    stop.current();
    stop.current = pollUntil(
      async () => {
        seen.value = await latest.current();
        return seen.value;
      },
      ({ status }) => status !== "preparing",
    );
  }, [latest, seen]);
  useEffect(() => {
    const freshLink = () => {
      if (Date.parse(seen.peek()?.expires_at ?? "") - Date.now() < SPARE_MS) follow();
    };
    seen.value = undefined;
    trouble.value = undefined;
    addEventListener("focus", freshLink);
    const timer = setInterval(freshLink, SPARE_MS);
    return () => {
      stop.current();
      removeEventListener("focus", freshLink);
      clearInterval(timer);
    };
  }, [what, follow, seen, trouble]);

  const request = async () => {
    trouble.value = undefined;
    try {
      seen.value = await ask();
      follow();
    } catch (fault) {
      if (!(fault instanceof ApiError)) throw fault;
      trouble.value = fault;
    }
  };
  return { seen, trouble, follow, request };
}
