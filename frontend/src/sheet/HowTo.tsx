import type { ComponentChildren } from "preact";
import { remember, remembered } from "../lib/remembered";
import { sheetWords } from "./words";

const OPEN = "open";

/** How to work with a page, folded away until someone opens it, and then until they fold it away. */
export const HowTo = ({ page, children }: { page: "marks" | "check"; children: ComponentChildren }) => (
  <details
    class="cm-how"
    open={remembered(`help.${page}`) === OPEN}
    onToggle={({ currentTarget }) => remember(`help.${page}`, currentTarget.open ? OPEN : "folded")}
  >
    <summary>{sheetWords.value.howTo}</summary>
    <p class="govuk-hint">{children}</p>
  </details>
);
