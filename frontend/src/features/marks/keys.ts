import { isComposing } from "../../lib/keys";

export type Move = "next" | "previous" | "restore" | "more" | undefined;

type Press = Pick<KeyboardEvent, "key" | "shiftKey" | "ctrlKey" | "altKey" | "metaKey" | "isComposing" | "keyCode">;

/**
 * What a key does in a box or tick of the sheet; other keys keep their usual meaning, and so do those of an input
 * method.
 */
export function moveOf(event: Press): Move {
  if (isComposing(event) || event.ctrlKey || event.metaKey) return undefined;
  if (event.altKey) return event.key === "ArrowDown" && !event.shiftKey ? "more" : undefined;
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

/**
 * Focus the box of the criterion before or after in the row, or beyond its end the last or first of the next row; false
 * where there is none.
 */
export function acrossRow(from: HTMLElement, move: "next" | "previous"): boolean {
  const boxes = [...(from.closest("tr")?.querySelectorAll<HTMLElement>(".cm-criteria input") ?? [])];
  const at = boxes.indexOf(from);
  if (at < 0) return false;
  const box = boxes[move === "next" ? at + 1 : at - 1];
  box?.focus();
  const end = move === "next" ? boxes[0] : boxes.at(-1);
  return box !== undefined || (end !== undefined && moveFocus(end, move));
}

/** Focus the same column in the nearest enabled row before or after; false at the ends. */
export function moveFocus(from: HTMLElement, move: "next" | "previous"): boolean {
  const column = from.dataset["column"];
  const selector = `[data-column="${column}"]:not(:disabled)`;
  for (let row = beside(from.closest("tr"), move); row; row = beside(row, move)) {
    const target = row.querySelector<HTMLElement>(selector);
    if (!target) continue;
    target.focus();
    return true;
  }
  return false;
}

/** The row after or before, in the same body of the table or the one beside it. */
function beside(row: Element | null, move: "next" | "previous"): Element | null | undefined {
  return move === "next"
    ? (row?.nextElementSibling ?? row?.parentElement?.nextElementSibling?.firstElementChild)
    : (row?.previousElementSibling ?? row?.closest("tbody")?.previousElementSibling?.lastElementChild);
}
