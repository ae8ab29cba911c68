import { markEntryWords } from "./words";

interface Props {
  /** From 1, or every row at once. */
  page: number | "all";
  pages: number;
  go: (page: number | "all") => void;
}

/** The page links of a long sheet; leaving a page saves it. */
export function Pages({ page, pages, go }: Props) {
  if (pages === 1) return null;
  const words = markEntryWords.value.pages;
  if (page === "all") {
    return (
      <nav class="cm-pages" aria-label={words.label}>
        <button type="button" class="govuk-button govuk-button--secondary" onClick={() => go(1)}>
          {words.fifty}
        </button>
      </nav>
    );
  }
  return (
    <nav class="cm-pages" aria-label={words.label}>
      <button type="button" class="govuk-button govuk-button--secondary" disabled={page === 1} onClick={() => go(page - 1)}>
        {words.previous}
      </button>
      <span>{words.at(page, pages)}</span>
      <button type="button" class="govuk-button govuk-button--secondary" disabled={page >= pages} onClick={() => go(page + 1)}>
        {words.next}
      </button>
      <button type="button" class="cm-link-button" onClick={() => go("all")}>
        {words.all}
      </button>
    </nav>
  );
}
