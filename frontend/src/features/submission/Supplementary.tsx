import type { Schemas } from "../../api/client";
import { Candidates } from "../../sheet/Candidates";
import { outcomeWords } from "../../sheet/outcome-words";
import { submitWords } from "./words";

interface Props {
  sheet: string;
  list: Schemas["LateEntryOut"][];
  scale: Schemas["AssessmentOut"]["scale"];
}

/** Whose marks are sent, when others were submitted before. */
export function Supplementary({ sheet, list, scale }: Props) {
  const words = submitWords.value.supplementary;
  return (
    <section>
      <h2 class="govuk-heading-m">{words.title(list.length)}</h2>
      <p class="govuk-body">{words.lead}</p>
      <Candidates sheet={sheet} list={list.map((one) => ({ ...one, words: String(outcomeWords(one.outcome, scale)) || words.none }))} />
    </section>
  );
}
