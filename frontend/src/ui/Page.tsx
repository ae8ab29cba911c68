import type { ComponentChildren } from "preact";
import { useContext, useEffect, useRef } from "preact/hooks";
import { Link } from "wouter-preact";
import type { ApiError } from "../api/client";
import { faultWords } from "../i18n/fault-words";
import { language } from "../i18n/language";
import { t } from "../i18n/words";
import { useComingBack } from "../lib/coming-back";
import type { Resource } from "../lib/resource";
import { KeptHere } from "./KeptHere";
import { RefusedContext } from "./refused";
import { tabTitle } from "./tab-title";

interface Props {
  title: string;
  caption?: string;
  /** What stands beside a heading that takes little room. */
  beside?: ComponentChildren;
  children: ComponentChildren;
}

/** A page: its title in the tab, its heading focused when it opens but not when the language changes. */
export function Page({ title, caption, beside, children }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  const spoken = language.value;
  const before = useRef(spoken);
  useEffect(() => {
    tabTitle.value = [title, caption, t.value.shell.service].filter(Boolean).join(" - ");
  }, [title, caption]);
  useEffect(() => {
    if (before.current === spoken) heading.current?.focus();
    before.current = spoken;
  }, [title, spoken]);
  const h1 = (
    <h1 class="govuk-heading-l cm-heading" tabIndex={-1} ref={heading}>
      {caption && <span class="govuk-caption-l">{caption}</span>}
      {title}
    </h1>
  );
  return (
    <>
      {beside ? (
        <div class="cm-compact">
          {h1}
          {beside}
        </div>
      ) : (
        h1
      )}
      {children}
    </>
  );
}

/** What can be read again, and why it could not be read. */
export interface Readable {
  error: Resource<unknown>["error"];
  reload: () => Promise<unknown>;
}

/** In place of a page that is not loaded yet, or could not be. */
export const Unloaded = ({ loaded: { error, reload } }: { loaded: Readable }) =>
  error.value ? <FailedPage error={error.value} retry={() => void reload()} /> : <Loading />;

/** What does not exist, or can be no address, is not tried again: the way on is to the first page. */
function FailedPage({ error, retry }: { error: ApiError; retry: () => void }) {
  const refused = useContext(RefusedContext);
  const { notFound, notShown } = t.value.shell;
  const noAddress = error.status === 422 && error.problem.code?.startsWith("malformed");
  if (error.status === 403 && refused) return <>{refused()}</>;
  if (error.status !== 404 && !noAddress)
    return (
      <Page title={notShown}>
        <Failed error={error} retry={retry} />
        <KeptHere />
      </Page>
    );
  return (
    <Page title={notFound.title}>
      <p class="govuk-body">{noAddress ? notFound.advice : faultWords(error)}</p>
      <p class="govuk-body">
        <Link class="govuk-link" href="/">
          {notFound.home}
        </Link>
      </p>
    </Page>
  );
}

/** The outline of a page that is on its way, and after some seconds words that it takes long. index.html begins with the same. */
export const Loading = () => (
  <div class="cm-loading" role="status">
    <p class="govuk-body">{t.value.shell.loading}</p>
    <div class="cm-outline" />
    <p class="govuk-body cm-slow">{t.value.shell.slow}</p>
  </div>
);

/** Why something could not be loaded; where the service did not answer, it is tried again by itself. */
export function Failed({ error, retry }: { error: ApiError; retry: () => void }) {
  useComingBack(error.status === 0 ? retry : undefined);
  return (
    <div class="govuk-inset-text" role="alert">
      <p class="govuk-body">{faultWords(error)}</p>
      <button type="button" class="govuk-button govuk-button--secondary" onClick={retry}>
        {t.value.shell.again}
      </button>
    </div>
  );
}
