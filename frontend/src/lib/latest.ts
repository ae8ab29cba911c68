import { useRef } from "preact/hooks";

/** A ref that holds the value of the last render, for callbacks that outlive it. */
export function useLatest<T>(value: T): { readonly current: T } {
  const latest = useRef(value);
  latest.current = value;
  return latest;
}
