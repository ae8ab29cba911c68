import { effect, signal } from "@preact/signals";
import { t } from "../i18n/words";

/** The tab's title, and whether something on the page is wrong. */
export const tabTitle = signal("");
export const tabError = signal(false);

effect(() => {
  if (tabTitle.value) document.title = tabError.value ? t.value.shell.error(tabTitle.value) : tabTitle.value;
});
