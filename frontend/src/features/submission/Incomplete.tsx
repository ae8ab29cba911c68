import type { Schemas } from "../../api/client";
import { Candidates } from "../../sheet/Candidates";
import { submitWords } from "./words";

/** Review incomplete: every candidate who lacks something. */
export function Incomplete({ sheet, missing }: { sheet: string; missing: Schemas["MissingOut"][] }) {
  if (missing.length === 0) return null;
  const words = submitWords.value.incomplete;
  return (
    <section>
      <h2 class="govuk-heading-m cm-heading" id="incomplete" tabIndex={-1}>
        {words.title}
      </h2>
      <p class="govuk-body">{words.lead(missing.length)}</p>
      <Candidates sheet={sheet} list={missing.map((one) => ({ ...one, words: one.flag ? words.flagged(one.flag.by) : words[one.missing] }))} />
    </section>
  );
}
