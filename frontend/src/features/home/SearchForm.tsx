import { useLocation } from "wouter-preact";
import type { Schemas } from "../../api/client";
import { t } from "../../i18n/words";
import { seriesTitle } from "../../lib/dates";
import { type askedIn, queryOf } from "./filter";
import { homeWords } from "./words";

interface Props {
  series: Schemas["SeriesOut"][];
  departments: Schemas["DepartmentOut"][];
  qualifications: Schemas["QualificationOut"][];
  /** Who was asked for marks. */
  teachers: string[];
  asked: ReturnType<typeof askedIn>;
  searched: () => void;
}

interface Option {
  value: string;
  words: string;
}

/** Choose the series, type the assessment code, Search: as exams officers know it. */
export function SearchForm({ series, departments, qualifications, teachers, asked, searched }: Props) {
  const [, navigate] = useLocation();
  const words = homeWords.value.search;
  const every = { value: "", words: words.all };
  const search = (event: SubmitEvent) => {
    event.preventDefault();
    const typed = new FormData(event.currentTarget as HTMLFormElement);
    const given = ["series", "department", "qualification", "teacher", "code"].map((name) => [name, String(typed.get(name) ?? "").trim()]);
    navigate(`/${queryOf(asked, Object.fromEntries(given))}`);
    searched();
  };
  return (
    <form class="cm-search cm-search--list" onSubmit={search} role="search">
      <Choose
        name="series"
        label={t.value.home.search.series}
        value={asked.series}
        options={series.map((item) => ({ value: item.id, words: seriesTitle(item) }))}
      />
      {departments.length > 0 && (
        <Choose
          name="department"
          label={words.department}
          value={asked.department}
          options={[every, ...departments.map(({ name }) => ({ value: name, words: name }))]}
        />
      )}
      <Choose
        name="qualification"
        label={words.qualification}
        value={asked.qualification}
        options={[every, ...qualifications.map(({ code, title }) => ({ value: code, words: title }))]}
      />
      {teachers.length > 0 && (
        <Choose name="teacher" label={words.teacher} value={asked.teacher} options={[every, ...teachers.map((name) => ({ value: name, words: name }))]} />
      )}
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

const Choose = ({ name, label, value, options }: { name: string; label: string; value: string; options: Option[] }) => (
  <div class="govuk-form-group">
    <label class="govuk-label" for={name}>
      {label}
    </label>
    <select class="govuk-select" id={name} name={name}>
      {options.map((option) => (
        <option key={option.value} value={option.value} selected={option.value === value}>
          {option.words}
        </option>
      ))}
    </select>
  </div>
);
