import { Link } from "wouter-preact";
import { rowOf } from "../lib/addresses";
import "./sheet.scss";
import { sheetWords } from "./words";

interface Props {
  sheet: string;
  /** Each with a text about them. */
  list: { candidate: string; name: string; page: number; words: string }[];
  /** How many are shown; the rest are only counted. */
  shown?: number;
}

/** Candidates with a text about each, linked to their rows. */
export const Candidates = ({ sheet, list, shown = 20 }: Props) => (
  <>
    <ul class="govuk-list cm-missing">
      {list.slice(0, shown).map((one) => (
        <li key={one.candidate}>
          <Link class="govuk-link" href={rowOf(sheet, one)}>
            {one.candidate} {one.name}
          </Link>{" "}
          {one.words}
        </li>
      ))}
    </ul>
    {list.length > shown && <p class="govuk-body">{sheetWords.value.more(list.length - shown)}</p>}
  </>
);
