import { useLocation } from "wouter-preact";
import type { Schemas } from "../../api/client";
import { t } from "../../i18n/words";
import { seriesTitle } from "../../lib/dates";

interface Props {
  series: Schemas["SeriesOut"][];
  qualifications: Schemas["QualificationOut"][];
  asked: { series: string; qualification: string; code: string };
  /** The menu item that led here, which stays the page's title. */
  menu: string;
}

/** Choose the series, type the assessment code, Search: as exams officers know it. */
export function SearchForm({ series, qualifications, asked, menu }: Props) {
  const [, navigate] = useLocation();
  const words = t.value.home.search;
  const search = (event: SubmitEvent) => {
    event.preventDefault();
    const query = new URLSearchParams(menu ? { menu } : {});
    const typed = new FormData(event.currentTarget as HTMLFormElement);
    for (const [name, value] of typed) if (typeof value === "string" && value.trim()) query.set(name, value.trim());
    navigate(`/?${query}`);
  };
  return (
    <form class="cm-search" onSubmit={search} role="search">
      <div class="govuk-form-group">
        <label class="govuk-label" for="series">
          {words.series}
        </label>
        <select class="govuk-select" id="series" name="series">
          {series.map((item) => (
            <option key={item.id} value={item.id} selected={item.id === asked.series}>
              {seriesTitle(item)}
            </option>
          ))}
        </select>
      </div>
      <div class="govuk-form-group">
        <label class="govuk-label" for="qualification">
          {words.qualification}
        </label>
        <select class="govuk-select" id="qualification" name="qualification">
          <option value="">{words.all}</option>
          {qualifications.map((item) => (
            <option key={item.code} value={item.code} selected={item.code === asked.qualification}>
              {item.title}
            </option>
          ))}
        </select>
      </div>
      <div class="govuk-form-group">
        <label class="govuk-label" for="code">
          {words.code}
        </label>
        <input class="govuk-input" id="code" name="code" defaultValue={asked.code} autocomplete="off" />
      </div>
      <button type="submit" class="govuk-button govuk-button--secondary">
        {words.search}
      </button>
    </form>
  );
}
