import { type Signal, useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { ApiError } from "../api/client";
import { session } from "../auth/session";
import { lostAnswer } from "./lost-answer";

export interface Act {
  busy: Signal<boolean>;
  /** Why the last attempt failed. */
  fault: Signal<ApiError | undefined>;
  /** Do something once, however often it is called meanwhile; gives whether it was done. */
  act: (what: () => Promise<void>) => Promise<boolean>;
}

/** For a button that asks the service to do something; when an answer is lost, everything on the page is read again. */
export function useAct(): Act {
  const busy = useSignal(false);
  const fault = useSignal<ApiError | undefined>(undefined);
  useEffect(
    () =>
      session.subscribe((now) => {
        if (now === "in" && fault.peek()?.status === 401) fault.value = undefined;
      }),
    [fault],
  );
  const act = async (what: () => Promise<void>) => {
    if (busy.peek()) return false;
    busy.value = true;
    fault.value = undefined;
    try {
      await what();
      return true;
    } catch (refusal) {
      if (!(refusal instanceof ApiError)) throw refusal;
      if (refusal.unknown) await lostAnswer();
      fault.value = refusal;
      return false;
    } finally {
      busy.value = false;
    }
  };
  return { busy, fault, act };
}
