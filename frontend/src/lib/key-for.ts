import { useRef } from "preact/hooks";
import { newKey } from "./new-key";

/** A key for what is asked: the same as long as the same is asked again, because its answer may have been lost. */
export function useKeyFor(): (content: unknown) => string {
  const attempt = useRef({ content: "", key: "" });
  return (content) => {
    const now = JSON.stringify(content);
    if (attempt.current.content !== now) attempt.current = { content: now, key: newKey() };
    return attempt.current.key;
  };
}
