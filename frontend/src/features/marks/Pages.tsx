import { markEntryWords } from "./words";
import { pageOf } from "../../sheet/pages";
import type { View } from "./use-view";

/** The pages of a long sheet, to go to the next or to any, or to see all rows; leaving a page saves it. */
export function Pages({ view }: { view: View }) {
  const pages = view.pages.value;
  if (pages === 1) return null;
  const words = markEntryWords.value.pages;
  const page = view.page.value;
  if (page === "all") {
    return (
      <nav class="cm-pages" aria-label={words.label}>
        <button type="button" class="govuk-button govuk-button--secondary" onClick={() => view.go(1)}>
          {words.fifty}
        </button>
      </nav>
    );
  }
  const range = (at: number) => {
    const rows = pageOf(view.found.value, at);
    return words.from(at, rows[0] ?? "", rows.at(-1) ?? "");
  };
  return (
    <nav class="cm-pages" aria-label={words.label}>
      <button type="button" class="govuk-button govuk-button--secondary" disabled={page === 1} onClick={() => view.go(page - 1)}>
        {words.previous}
      </button>
      <span>{words.at(page, pages)}</span>
      <button type="button" class="govuk-button govuk-button--secondary" disabled={page >= pages} onClick={() => view.go(page + 1)}>
        {words.next}
      </button>
      <label for="jump">{words.jump}</label>
      <select id="jump" class="govuk-select" value={page} onChange={(event) => view.go(Number(event.currentTarget.value))}>
        {Array.from({ length: pages }, (_, place) => (
          <option key={place} value={place + 1}>
            {range(place + 1)}
          </option>
        ))}
      </select>
      <button type="button" class="cm-link-button" onClick={() => view.go("all")}>
        {words.all}
      </button>
    </nav>
  );
}
