import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { ApiError, type Schemas } from "../api/client";
import { faultWords } from "../i18n/fault-words";
import { t } from "../i18n/words";
import { pollUntil } from "../lib/poll";
import { askForReport, getReport } from "./api";

type Report = Schemas["ReportOut"];

/** A link with less than this left is asked for anew. */
const SPARE_MS = 60_000;

interface Props {
  sheet: string;
  /** The words that ask for a report there is none of yet. */
  ask: string;
  /** Done before asking, so that the print shows what is on screen. */
  before?: () => Promise<unknown>;
  /** Look at once, without being asked: a submitted sheet's report comes by itself. */
  awaited?: boolean;
  /** Changes when the report would say something new. */
  version?: number;
}

/** Ask for the printed report, wait for it, open it. */
export function ReportLink({ sheet, ask, before, awaited = false, version = 0 }: Props) {
  const report = useSignal<Report | undefined>(undefined);
  const trouble = useSignal<ApiError | undefined>(undefined);
  const stop = useRef<() => void>(() => {});

  const follow = () => {
    stop.current();
    stop.current = pollUntil(
      async () => {
        report.value = await getReport(sheet);
        return report.value;
      },
      (seen) => seen.status !== "preparing",
    );
  };
  const freshLink = () => {
    if (Date.parse(report.value?.expires_at ?? "") - Date.now() < SPARE_MS) follow();
  };
  useEffect(() => {
    addEventListener("focus", freshLink);
    const timer = setInterval(freshLink, SPARE_MS);
    return () => {
      removeEventListener("focus", freshLink);
      clearInterval(timer);
    };
  }, [sheet]);
  useEffect(() => {
    report.value = undefined;
    if (awaited) follow();
    return () => stop.current();
  }, [sheet, version]);

  const request = async () => {
    trouble.value = undefined;
    try {
      await before?.();
      report.value = await askForReport(sheet);
      follow();
    } catch (fault) {
      if (!(fault instanceof ApiError)) throw fault;
      trouble.value = fault;
    }
  };

  const seen = report.value;
  const words = t.value.submitted.report;
  return (
    <div class="cm-report" aria-live="polite">
      {seen?.status === "ready" && seen.link && (
        <a class="govuk-link" href={seen.link} target="_blank" rel="noreferrer">
          {seen.draft ? words.openDraft : words.open}
        </a>
      )}
      {seen?.status === "preparing" && <p class="govuk-body">{words.preparing}</p>}
      {(seen ? seen.status === "none" : !awaited) && (
        <button type="button" class="govuk-button govuk-button--secondary" onClick={() => void request()}>
          {ask}
        </button>
      )}
      {trouble.value && <p class="cm-problem">{faultWords(trouble.value)}</p>}
    </div>
  );
}
