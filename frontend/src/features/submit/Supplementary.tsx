import type { Schemas } from "../../api/client";
import { t } from "../../i18n/words";
import { Candidates } from "../../sheet/Candidates";
import { outcomeWords } from "../../sheet/outcome-words";

interface Props {
  sheet: string;
  list: Schemas["LateEntryOut"][];
  scale: Schemas["AssessmentOut"]["scale"];
}

/** Whose marks alone are sent, once others were submitted. */
export function Supplementary({ sheet, list, scale }: Props) {
  const words = t.value.review.supplementary;
  return (
    <section>
      <h2 class="govuk-heading-m">{words.title(list.length)}</h2>
      <p class="govuk-body">{words.lead}</p>
      <Candidates sheet={sheet} list={list.map((one) => ({ ...one, words: String(outcomeWords(one.outcome, scale)) || words.none }))} />
    </section>
  );
}
