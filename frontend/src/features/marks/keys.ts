import { isComposing } from "../../lib/keys";

export type Move = "next" | "previous" | "restore" | undefined;

type Press = Pick<KeyboardEvent, "key" | "shiftKey" | "ctrlKey" | "altKey" | "metaKey" | "isComposing" | "keyCode">;

/**
 * What a key does in a box or tick of the sheet; other keys keep their usual meaning, and so do those of an input
 * method.
 */
export function moveOf(event: Press): Move {
  if (isComposing(event) || event.ctrlKey || event.altKey || event.metaKey) return undefined;
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

/** Focus the same column in the nearest enabled row before or after; false at the ends. */
export function moveFocus(from: HTMLElement, move: "next" | "previous"): boolean {
  const column = from.dataset["column"];
  const row = from.closest("tr");
  const selector = `[data-column="${column}"]:not(:disabled)`;
  let neighbour = row;
  do {
    neighbour = (move === "next" ? neighbour?.nextElementSibling : neighbour?.previousElementSibling) as HTMLTableRowElement | null;
    const target = neighbour?.querySelector<HTMLElement>(selector);
    if (target) {
      target.focus();
      return true;
    }
  } while (neighbour);
  return false;
}
