/** Opens a print in a tab of its own. Its address opens it for whoever has it, so no link, which is printed, holds it. */
export const OpenPrint = ({ link, words }: { link: string; words: string }) => (
  <button type="button" class="cm-link-button" onClick={() => window.open(link, "_blank", "noopener,noreferrer")}>
    {words}
  </button>
);
