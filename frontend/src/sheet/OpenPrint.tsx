/** Opens a print in a new tab. Whoever has its address can open it, so it is not in a link, which would be printed. */
export const OpenPrint = ({ link, words, primary = false }: { link: string; words: string; primary?: boolean }) => (
  <button type="button" class={primary ? "govuk-button" : "cm-link-button"} onClick={() => window.open(link, "_blank", "noopener,noreferrer")}>
    {words}
  </button>
);
