import { useEffect } from "preact/hooks";
import { t } from "../i18n/words";
import { leave } from "../lib/leaving";
import { newVersion, watchVersion } from "./new-version";

/**
 * A notice that there is a new version; what is typed is saved before the page is loaded again, and only on request.
 */
export function NewVersion() {
  useEffect(() => watchVersion(), []);
  const words = t.value.shell.newVersion;
  return (
    <div aria-live="polite">
      {newVersion.value && (
        <div class="cm-news">
          <span>{words.title}</span>
          <button type="button" class="cm-link-button" onClick={() => void leave(() => location.reload())}>
            {words.load}
          </button>
        </div>
      )}
    </div>
  );
}
