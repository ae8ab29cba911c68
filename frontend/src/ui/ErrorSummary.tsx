import { useEffect, useRef } from "preact/hooks";
import type { Say } from "../i18n/words";
import { tabError } from "./tab-title";

export interface Trouble {
  say: Say;
  /** The id of the field that puts it right. */
  at?: string;
}

/** What went wrong; it gets the focus when it appears, and the tab's title says so. */
export function ErrorSummary({ title, problems }: { title: string; problems: Trouble[] }) {
  const summary = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (problems.length === 0) return undefined;
    summary.current?.focus();
    tabError.value = true;
    return () => {
      tabError.value = false;
    };
  }, [problems]);
  if (problems.length === 0) return null;
  return (
    <div class="govuk-error-summary" role="alert" tabIndex={-1} ref={summary}>
      <h2 class="govuk-error-summary__title">{title}</h2>
      <ul class="govuk-list govuk-error-summary__list">
        {problems.map(({ say, at }) => {
          const words = say();
          return (
            <li key={words}>
              {at ? (
                <a href={`#${at}`} onClick={(event) => goTo(event, at)}>
                  {words}
                </a>
              ) : (
                words
              )}
            </li>
          );
        })}
      </ul>
    </div>
  );
}

function goTo(event: Event, id: string): void {
  event.preventDefault();
  const place = document.getElementById(id);
  place?.scrollIntoView?.();
  place?.focus();
}
