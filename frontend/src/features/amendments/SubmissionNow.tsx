import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { Link } from "wouter-preact";
import type { Schemas } from "../../api/client";
import { getHead } from "../../api/head";
import { useLatest } from "../../lib/latest";
import { pollUntil } from "../../lib/poll";
import { amendWords } from "./words";

interface Props {
  sheet: string;
  submission: Schemas["SubmissionOut"];
  /** Load the sheet again, because the board has confirmed it. */
  again: () => Promise<void>;
}

/** The submission that the board has or is getting; looked up again until it is confirmed. */
export function SubmissionNow({ sheet, submission, again }: Props) {
  const status = useSignal(submission.status);
  const latest = useLatest(again);
  useEffect(() => {
    status.value = submission.status;
    if (submission.status !== "submitted") return undefined;
    const look = async () => {
      const head = await getHead(sheet);
      if (head.submission) status.value = head.submission.status;
      if (status.peek() !== "submitted") await latest.current();
      return head;
    };
    return pollUntil(look, ({ submission: now }) => now?.status !== "submitted");
  }, [sheet, submission.number, submission.status, status, latest]);
  const words = amendWords.value.now;
  return (
    <p class="govuk-body" role="status">
      {(status.value === "submitted" ? words.processed : words.confirmed)(submission.number)}{" "}
      <Link class="govuk-link" href={`/sheets/${sheet}/submitted`}>
        {words.receipt}
      </Link>
    </p>
  );
}
