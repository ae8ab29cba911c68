import type { Schemas } from "../../api/client";
import { type Words, t } from "../../i18n/words";
import { Candidates } from "../../sheet/Candidates";

type Query = Schemas["QueriedOut"];

/** Marks a careful colleague would look at again; none of them stops a submission. */
export function Queries({ sheet, queries }: { sheet: string; queries: Query[] }) {
  if (queries.length === 0) return null;
  const words = t.value.review.queries;
  return (
    <section>
      <h2 class="govuk-heading-m">{words.title}</h2>
      <p class="govuk-body">{words.lead}</p>
      <Candidates sheet={sheet} list={queries.map((query) => ({ ...query, words: said(words, query) }))} />
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
