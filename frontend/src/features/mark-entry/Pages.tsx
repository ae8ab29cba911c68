interface Props {
  page: number;
  pages: number;
  go: (page: number) => void;
}

/** The way through a long sheet; leaving a page saves it. */
export function Pages({ page, pages, go }: Props) {
  if (pages === 1) return null;
  return (
    <nav class="cm-pages" aria-label="Pages of the mark sheet">
      <button type="button" class="govuk-button govuk-button--secondary" disabled={page === 1} onClick={() => go(page - 1)}>
        Previous page
      </button>
      <span>
        Page {page} of {pages}
      </span>
      <button
        type="button"
        class="govuk-button govuk-button--secondary"
        disabled={page >= pages}
        onClick={() => go(page + 1)}
      >
        Next page
      </button>
    </nav>
  );
}
