import type { Schemas } from "../../api/client";
import { type Words, t } from "../../i18n/words";
import { Candidates } from "../../sheet/Candidates";
import { Senses } from "../sense/Senses";
import type { Sense } from "../sense/api";

type Query = Schemas["QueriedOut"];

/** What a careful colleague would look at again, of all the marks and of single ones; none of it stops a submission. */
export function Queries({ sheet, queries, senses }: { sheet: string; queries: Query[]; senses: Sense[] }) {
  if (queries.length === 0 && senses.length === 0) return null;
  const words = t.value.review.queries;
  return (
    <section>
      <h2 class="govuk-heading-m">{words.title}</h2>
      <p class="govuk-body">{words.lead}</p>
      <Senses senses={senses} />
      {queries.length > 0 && (
        <Candidates sheet={sheet} list={queries.map((query) => ({ ...query, words: said(words, query) }))} />
      )}
    </section>
  );
}

function said(words: Words["review"]["queries"], { code, figure }: Query): string {
  switch (code) {
    case "zero-mark":
      return words.zero;
    case "far-from-class":
      return words.far(figure ?? 0);
    case "same-as-neighbours":
      return words.same(figure ?? 0);
  }
}
