import { Link } from "wouter-preact";
import { t } from "../i18n/words";
import { type Extension, extensionWords } from "./extension-words";
import { sheetWords } from "./words";

interface Props {
  sheet: string;
  extension: Extension | null;
  /** Whether this person may request more time. */
  may: boolean;
}

/** Below a deadline: the extension requested, and the link to request one. */
export function ExtensionNow({ sheet, extension, may }: Props) {
  const asks = may && extension?.granted !== null;
  if (!extension && !asks) return null;
  const words = sheetWords.value.extension;
  return (
    <p class="govuk-body">
      {extension && `${extensionWords(extension)} · `}
      <Link class="govuk-link" href={`/sheets/${sheet}/more-time`}>
        {asks ? t.value.links.moreTime : words.see}
      </Link>
    </p>
  );
}
