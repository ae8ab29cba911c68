import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";

/** Whose changes to show, and of which candidate; empty for all. */
export interface Filters {
  by: string;
  candidate: string;
}

/** Behind the `#`, so that no name or number is sent to a server or stands in its logs. */
function read(): Filters {
  const held = new URLSearchParams(location.hash.slice(1));
  return { by: held.get("by") ?? "", candidate: held.get("candidate") ?? "" };
}

/** The filters of a history, which its address keeps. */
export function useFilters(): { filters: Filters; choose: (part: Partial<Filters>) => void } {
  const filters = useSignal(read());
  useEffect(() => {
    const again = () => (filters.value = read());
    addEventListener("hashchange", again);
    return () => removeEventListener("hashchange", again);
  }, [filters]);
  const choose = (part: Partial<Filters>) => {
    filters.value = { ...filters.value, ...part };
    const kept = new URLSearchParams(Object.entries(filters.value).filter(([, value]) => value !== ""));
    history.replaceState(history.state, "", kept.size > 0 ? `#${kept}` : location.pathname + location.search);
  };
  return { filters: filters.value, choose };
}
