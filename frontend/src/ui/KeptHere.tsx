import { useSignal } from "@preact/signals";
import { useContext, useEffect } from "preact/hooks";
import { CentreContext } from "../auth/centre";
import { t } from "../i18n/words";
import { held } from "../lib/local-copy";

/** In place of a page that does not come: how many marks this computer keeps until they can be saved. */
export function KeptHere() {
  const person = useContext(CentreContext)?.me.id;
  const rows = useSignal(0);
  useEffect(() => void held(person).then((all) => (rows.value = all.filter(({ unsent }) => !unsent).length)), [rows, person]);
  return rows.value > 0 ? <p class="govuk-inset-text">{t.value.shell.unreachable.held(rows.value)}</p> : null;
}
