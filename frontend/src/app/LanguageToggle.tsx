import { useSignal } from "@preact/signals";
import { type Language, language } from "../i18n/language";
import { speak, t } from "../i18n/words";

const NAME: Record<Language, string> = { en: "English", cy: "Cymraeg" };

/** A link to the other language, in that language; the page and what is typed on it stay. */
export function LanguageToggle() {
  const failed = useSignal(false);
  const other: Language = language.value === "en" ? "cy" : "en";
  const change = async () => {
    failed.value = false;
    await speak(other).catch(() => {
      failed.value = true;
    });
  };
  return (
    <>
      <button type="button" class="cm-link-button" lang={other} onClick={() => void change()}>
        {NAME[other]}
      </button>
      {failed.value && <span role="alert">{t.value.shell.languageFailed}</span>}
    </>
  );
}
