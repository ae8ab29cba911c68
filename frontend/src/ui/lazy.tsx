import { signal, useSignal } from "@preact/signals";
import type { ComponentType } from "preact";
import { useEffect } from "preact/hooks";
import { t } from "../i18n/words";
import { KeptHere } from "./KeptHere";
import { Loading, Page } from "./Page";

/**
 * A page whose code is loaded when it is first opened, so that a first visit downloads less. A part of a page (`part`) is
 * left out until it is loaded, and where it cannot be.
 */
export function lazy<Props extends object>(load: () => Promise<ComponentType<Props>>, { part = false } = {}) {
  const loaded = signal<ComponentType<Props> | undefined>(undefined);
  return function Later(props: Props) {
    const failed = useSignal(false);
    useEffect(() => {
      if (loaded.peek()) return;
      load().then(
        (page) => {
          loaded.value = page;
        },
        () => {
          failed.value = true;
        },
      );
    }, [failed]);
    const Now = loaded.value;
    if (Now) return <Now {...props} />;
    if (part) return null;
    return failed.value ? <NotLoaded /> : <Loading />;
  };
}

/** A browser may cache a failed import, so trying again reloads the whole page. */
const NotLoaded = () => (
  <Page title={t.value.shell.notShown}>
    <p class="govuk-body">{t.value.shell.unreachable.advice}</p>
    <KeptHere />
    <button type="button" class="govuk-button govuk-button--secondary" onClick={() => location.reload()}>
      {t.value.shell.again}
    </button>
  </Page>
);
