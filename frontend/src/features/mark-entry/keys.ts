export type Move = "next" | "previous" | "restore" | undefined;

type Press = Pick<KeyboardEvent, "key" | "shiftKey" | "ctrlKey" | "altKey" | "metaKey">;

/** What a key does in a control of the sheet; keys not named here, and a list's Up and Down, stay with the control. */
export function moveOf(event: Press, control: HTMLElement): Move {
  if (event.ctrlKey || event.altKey || event.metaKey) return undefined;
  if (control instanceof HTMLSelectElement && event.key.startsWith("Arrow")) return undefined;
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
