import { useEffect, useRef } from "preact/hooks";

interface Props {
  title: string;
  /** Each in words, with the id of the place on the page that puts it right. */
  problems: { words: string; at?: string }[];
}

const PREFIX = "Error: ";

/** What went wrong, focused when it comes and named in the tab's title. */
export function ErrorSummary({ title, problems }: Props) {
  const summary = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (problems.length === 0) return undefined;
    summary.current?.focus();
    document.title = PREFIX + document.title.replace(PREFIX, "");
    return () => {
      document.title = document.title.replace(PREFIX, "");
    };
  }, [problems]);
  if (problems.length === 0) return null;
  return (
    <div class="govuk-error-summary" role="alert" tabIndex={-1} ref={summary}>
      <h2 class="govuk-error-summary__title">{title}</h2>
      <ul class="govuk-list govuk-error-summary__list">
        {problems.map(({ words, at }) => (
          <li key={words}>
            {at ? (
              <a href={`#${at}`} onClick={(event) => goTo(event, at)}>
                {words}
              </a>
            ) : (
              words
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

function goTo(event: Event, id: string): void {
  event.preventDefault();
  const place = document.getElementById(id);
  place?.scrollIntoView();
  place?.focus();
}
