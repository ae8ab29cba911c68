import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";
import type { ApiError } from "../api/client";

/** A page: its title in the tab, its heading focused when it opens. */
export function Page({ title, caption, children }: { title: string; caption?: string; children: ComponentChildren }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${title} - Centremark`;
    heading.current?.focus();
  }, [title]);
  return (
    <>
      <h1 class="govuk-heading-l cm-heading" tabIndex={-1} ref={heading}>
        {caption && <span class="govuk-caption-l">{caption}</span>}
        {title}
      </h1>
      {children}
    </>
  );
}

/** A page that could not be loaded. */
export const FailedPage = (props: { error: ApiError; retry: () => void }) => (
  <Page title={props.error.status === 404 ? "Page not found" : "This page cannot be shown now"}>
    <Failed {...props} />
  </Page>
);

export const Loading = () => (
  <p class="govuk-body" role="status">
    Loading…
  </p>
);

export function Failed({ error, retry }: { error: ApiError; retry: () => void }) {
  const words =
    error.status === 404
      ? "This page does not exist, or is not one of your centre's."
      : error.status === 0
        ? "There is no connection to the service."
        : error.message;
  return (
    <div class="govuk-inset-text" role="alert">
      <p class="govuk-body">{words}</p>
      <button type="button" class="govuk-button govuk-button--secondary" onClick={retry}>
        Try again
      </button>
    </div>
  );
}
