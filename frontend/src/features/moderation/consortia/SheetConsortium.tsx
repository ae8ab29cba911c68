import { Link } from "wouter-preact";
import { centreWords, listed } from "../../../lib/listed";
import { Members } from "./Members";
import type { Consortium } from "./api";
import { consortiaWords } from "./words";

/**
 * The centres a centre is moderated with, and what is missing before it can begin; for a centre alone, only what is
 * missing.
 */
export function SheetConsortium({ now, begun }: { now: Consortium; begun: boolean }) {
  const words = consortiaWords.value;
  const waiting = now.centres.filter(({ lacks }) => lacks !== null);
  const [only, ...more] = now.centres;
  if (only && more.length === 0) {
    return begun || only.lacks === null ? null : (
      <p class="govuk-body">
        {words.together.alone} {words.lacks[only.lacks]}.
      </p>
    );
  }
  const others = now.centres.filter(({ sheet }) => sheet !== now.sheet).map(({ centre }) => centreWords(centre));
  return (
    <>
      <h3 class="govuk-heading-s">{words.together.title}</h3>
      <p class="govuk-body">{words.together.lead(listed(others))}</p>
      <Members members={now.centres} own={now.sheet} />
      {!begun && <p class="govuk-body">{now.ready ? words.together.ready(now.centres.length) : words.together.waits(waiting.length)}</p>}
      {begun && (
        <p class="govuk-body">
          <Link class="govuk-link" href={`/board/consortia/${now.sheet}`}>
            {words.together.see}
          </Link>
        </p>
      )}
    </>
  );
}
