import { useEffect } from "preact/hooks";
import { useLatest } from "./latest";

const EVERY_MS = 10_000;

/** Try again when the connection returns and every few seconds, for as long as there is a reason. */
export function useComingBack(again: (() => unknown) | undefined): void {
  const latest = useLatest(again);
  const waits = again !== undefined;
  useEffect(() => {
    if (!waits) return undefined;
    const go = () => void latest.current?.();
    addEventListener("online", go);
    const timer = setInterval(go, EVERY_MS);
    return () => {
      removeEventListener("online", go);
      clearInterval(timer);
    };
  }, [waits, latest]);
}
