import { useLocation } from "wouter-preact";
import type { Schemas } from "../../api/client";

interface Props {
  series: Schemas["SeriesOut"][];
  chosen: string;
  code: string;
  qualification: string;
}

/** Choose the series, type the assessment code, Search: as exams officers know it. */
export function SearchForm({ series, chosen, code, qualification }: Props) {
  const [, navigate] = useLocation();
  const search = (event: SubmitEvent) => {
    event.preventDefault();
    const asked = new FormData(event.currentTarget as HTMLFormElement);
    const query = new URLSearchParams();
    for (const [name, value] of asked) if (typeof value === "string" && value.trim()) query.set(name, value.trim());
    navigate(`/?${query}`);
  };
  return (
    <form class="cm-search" onSubmit={search} role="search">
      <div class="govuk-form-group">
        <label class="govuk-label" for="series">
          Series
        </label>
        <select class="govuk-select" id="series" name="series" defaultValue={chosen}>
          {series.map((item) => (
            <option key={item.id} value={item.id} selected={item.id === chosen}>
              {item.title}
            </option>
          ))}
        </select>
      </div>
      <div class="govuk-form-group">
        <label class="govuk-label" for="qualification">
          Qualification
        </label>
        <input class="govuk-input" id="qualification" name="qualification" defaultValue={qualification} placeholder="All" />
      </div>
      <div class="govuk-form-group">
        <label class="govuk-label" for="code">
          Assessment code
        </label>
        <input class="govuk-input" id="code" name="code" defaultValue={code} placeholder="All" />
      </div>
      <button type="submit" class="govuk-button govuk-button--secondary">
        Search
      </button>
    </form>
  );
}
