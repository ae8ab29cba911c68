import { useRef } from "preact/hooks";

/** What the last drawing was given, for what outlives that drawing; the same box on every drawing. */
export function useLatest<T>(value: T): { readonly current: T } {
  const latest = useRef(value);
  latest.current = value;
  return latest;
}
