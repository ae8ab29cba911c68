import type { Signal } from "@preact/signals";
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
  /** What was changed in the form since the last search. */
  typed: Signal<Typed>;
  searched: () => void;
}

/** What the form asks of the list. */
export type Typed = Partial<Record<(typeof NAMES)[number], string>>;
const NAMES = ["series", "department", "qualification", "teacher", "code"] as const;

const typedIn = (form: HTMLFormElement): Typed => {
  const data = new FormData(form);
  return Object.fromEntries(NAMES.map((name) => [name, String(data.get(name) ?? "").trim()]));
};

interface Option {
  value: string;
  words: string;
}

/** Choose the series, type the assessment code, Search: as exams officers know it. */
export function SearchForm({ series, departments, qualifications, teachers, asked, typed, searched }: Props) {
  const [, navigate] = useLocation();
  const words = homeWords.value.search;
  const search = (event: SubmitEvent) => {
    event.preventDefault();
    navigate(`/${queryOf(asked, typedIn(event.currentTarget as HTMLFormElement))}`);
    searched();
  };
  return (
    <form
      class="cm-search cm-search--list"
      onSubmit={search}
      onInput={(event) => (typed.value = typedIn(event.currentTarget as HTMLFormElement))}
      role="search"
    >
      <Choose
        name="series"
        label={t.value.home.search.series}
        value={asked.series}
        options={series.map((item) => ({ value: item.id, words: seriesTitle(item) }))}
      />
      {(departments.length > 0 || asked.department) && (
        <Narrow name="department" label={words.department} value={asked.department} options={departments.map(({ name }) => ({ value: name, words: name }))} />
      )}
      <Narrow
        name="qualification"
        label={words.qualification}
        value={asked.qualification}
        options={qualifications.map(({ code, title }) => ({ value: code, words: title }))}
      />
      {(teachers.length > 0 || asked.teacher) && (
        <Narrow name="teacher" label={words.teacher} value={asked.teacher} options={teachers.map((name) => ({ value: name, words: name }))} />
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

/** What to narrow the list to; a choice that this series does not have is shown too, for it narrows the list to nothing. */
function Narrow({ options, value, ...rest }: ChooseProps) {
  const lost = value !== "" && options.every((option) => option.value !== value);
  const all = [{ value: "", words: homeWords.value.search.all }, ...options, ...(lost ? [{ value, words: value }] : [])];
  return <Choose {...rest} value={value} options={all} />;
}

interface ChooseProps {
  name: string;
  label: string;
  value: string;
  options: Option[];
}

const Choose = ({ name, label, value, options }: ChooseProps) => (
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
