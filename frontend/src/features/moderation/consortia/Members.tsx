import { Link } from "wouter-preact";
import { centreWords } from "../../../lib/listed";
import { StatusTag } from "../../../ui/StatusTag";
import { isWanted } from "../is-wanted";
import type { Member } from "./api";
import { consortiaWords } from "./words";

/** The centres moderated together: status, what is missing, and how much of the work was sent. */
export function Members({ members, own }: { members: Member[]; own?: string }) {
  const words = consortiaWords.value;
  const drawn = members.some(({ moderation }) => moderation.due);
  return (
    <div class="cm-scroll">
      <table class="govuk-table cm-table cm-list">
        <caption class="govuk-visually-hidden">{words.together.title}</caption>
        <thead>
          <tr>
            <th scope="col">{words.review.centre}</th>
            <th scope="col">{words.together.state}</th>
            {drawn && <th scope="col">{words.together.sample}</th>}
          </tr>
        </thead>
        <tbody>
          {members.map(({ centre, sheet, status, lacks, amendments_waiting, moderation }) => {
            const wanted = moderation.sample.filter(isWanted);
            const sent = wanted.filter(({ state }) => state === "sent");
            return (
              <tr key={sheet}>
                <th scope="row">
                  {sheet === own ? (
                    centreWords(centre)
                  ) : (
                    <Link class="govuk-link" href={`/board/${sheet}`}>
                      {centreWords(centre)}
                    </Link>
                  )}
                </th>
                <td>
                  <StatusTag status={status} />
                  {lacks && <span class="cm-hint">{words.lacks[lacks]}</span>}
                  {amendments_waiting > 0 && <span class="cm-hint">{consortiaWords.value.waiting(amendments_waiting)}</span>}
                </td>
                {drawn && <td data-label={words.together.sample}>{words.together.sent(sent.length, wanted.length)}</td>}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
