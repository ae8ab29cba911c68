import { isComposing, letterOf } from "../../lib/keys";
import type { Act } from "./walk";

type Press = Pick<KeyboardEvent, "key" | "code" | "ctrlKey" | "altKey" | "metaKey" | "isComposing" | "keyCode">;

const MOVES: Record<string, Act> = {
  ArrowUp: { do: "back" },
  ArrowDown: { do: "forward" },
};
const LOOKING: Record<string, Act> = {
  ...MOVES,
  ArrowLeft: { do: "back" },
  ArrowRight: { do: "forward" },
  x: { do: "flag" },
};

/** What a key does on the walk. In a box Left, Right and X edit the text; Space and Enter press the button. */
export function actOf(event: Press, inBox: boolean): Act | undefined {
  if (isComposing(event) || event.ctrlKey || event.altKey || event.metaKey) return undefined;
  return inBox ? MOVES[event.key] : LOOKING[letterOf(event) ?? event.key];
}
