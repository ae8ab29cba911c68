export type Move = "next" | "previous" | "restore" | undefined;

/** What a key does in a mark box; keys not named here stay with the box. */
export function moveOf(event: Pick<KeyboardEvent, "key" | "shiftKey" | "ctrlKey" | "altKey" | "metaKey">): Move {
  if (event.ctrlKey || event.altKey || event.metaKey) return undefined;
  switch (event.key) {
    case "Enter":
      return event.shiftKey ? "previous" : "next";
    case "ArrowDown":
      return "next";
    case "ArrowUp":
      return "previous";
    case "Escape":
      return "restore";
    default:
      return undefined;
  }
}

/** Focus the same column's control of the row before or after; false at the first and last row. */
export function moveFocus(from: HTMLElement, move: "next" | "previous"): boolean {
  const column = from.dataset["column"];
  const row = from.closest("tr");
  const neighbour = move === "next" ? row?.nextElementSibling : row?.previousElementSibling;
  const target = neighbour?.querySelector<HTMLElement>(`[data-column="${column}"]`);
  target?.focus();
  return target !== undefined && target !== null;
}
