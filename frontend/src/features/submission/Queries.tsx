import type { Schemas } from "../../api/client";
import { Candidates } from "../../sheet/Candidates";
import { Senses } from "../checks/patterns/Senses";
import type { Sense } from "../checks/patterns/api";
import { senseWords } from "../checks/patterns/words";
import { submitWords } from "./words";

type Query = Schemas["QueriedOut"];

/**
 * What a careful colleague would look at again, in the whole sheet and for single marks; nothing of it blocks a
 * submission.
 */
export function Queries({ sheet, queries, senses }: { sheet: string; queries: Query[]; senses: Sense[] }) {
  if (queries.length === 0 && senses.length === 0) return null;
  const words = submitWords.value.queries;
  return (
    <section>
      <h2 class="govuk-heading-m">{senseWords.value.title}</h2>
      <p class="govuk-body">{words.lead}</p>
      <Senses senses={senses} />
      {queries.length > 0 && <Candidates sheet={sheet} list={queries.map((query) => ({ ...query, words: said(query) }))} />}
    </section>
  );
}

function said({ code, figure }: Query): string {
  const words = submitWords.value.queries;
  switch (code) {
    case "zero-mark":
      return words.zero;
    case "far-from-class":
      return words.far(figure ?? 0);
    case "same-as-neighbours":
      return words.same(figure ?? 0);
  }
}
