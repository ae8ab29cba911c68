import type { ComponentChildren } from "preact";
import { useEffect } from "preact/hooks";
import { useLocationProperty } from "wouter-preact/use-browser-location";
import type { Schemas } from "../../api/client";
import { IDLE_MS, WARNING_MS } from "../../auth/idle";
import { day } from "../../lib/dates";
import { Page } from "../../ui/Page";
import { StatusTag } from "../../ui/StatusTag";
import { Keys } from "./Keys";
import "./help.scss";
import { helpWords } from "./words";

const WRITTEN = "2026-11-24T12:00:00Z";
const MINUTE = 60_000;
const STATUSES: Schemas["Status"][] = ["not started", "incomplete", "ready", "submitted", "confirmed", "in moderation", "moderated"];
const PARTS = ["keys", "paste", "absent", "criteria", "status", "deadlines", "after", "signedOut", "who", "accessibility"] as const;

type Part = (typeof PARTS)[number];

/** Help, in the same place on every page; for everyone, signed in or not. */
export function Help() {
  const words = helpWords.value;
  const hash = useLocationProperty(() => location.hash);
  useEffect(() => {
    const part = hash && document.getElementById(hash.slice(1));
    if (!part) return;
    part.focus({ preventScroll: true });
    part.scrollIntoView?.();
  }, [hash]);
  return (
    <Page title={words.title}>
      <nav aria-label={words.contents}>
        <ul class="govuk-list">
          {PARTS.map((part) => (
            <li key={part}>
              <a class="govuk-link" href={`#${part}`}>
                {words[part].title}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <Section part="keys">
        <Keys />
      </Section>
      <Section part="paste">
        <Said all={[words.paste.column, words.paste.pairs, words.paste.safe]} />
      </Section>
      <Section part="absent">
        <Said all={[words.absent.absent, words.absent.zero, words.absent.checked]} />
      </Section>
      <Section part="criteria">
        <Said all={[words.criteria.enter, words.criteria.printed, words.criteria.total]} />
      </Section>
      <Section part="status">
        <Statuses />
      </Section>
      <Section part="deadlines">
        <Said all={[words.deadlines.day, words.deadlines.more, words.deadlines.late]} />
      </Section>
      <Section part="after">
        <Said all={[words.after.mistake, words.after.moderation, words.after.lost]} />
      </Section>
      <Section part="signedOut">
        <Said all={[words.signedOut.idle(IDLE_MS / MINUTE, WARNING_MS / MINUTE), words.signedOut.typed, words.signedOut.crash, words.signedOut.shared]} />
      </Section>
      <Section part="who">
        <Said all={[words.who.role, words.who.submit, words.who.board]} />
      </Section>
      <Section part="accessibility">
        <Said
          all={[
            words.accessibility.aim,
            words.accessibility.tested,
            words.accessibility.not,
            words.accessibility.print,
            words.accessibility.report,
            words.accessibility.made(day(WRITTEN)),
          ]}
        />
      </Section>
    </Page>
  );
}

const Section = ({ part, children }: { part: Part; children: ComponentChildren }) => (
  <section class="cm-help">
    <h2 class="govuk-heading-m cm-heading" id={part} tabIndex={-1}>
      {helpWords.value[part].title}
    </h2>
    {children}
  </section>
);

const Said = ({ all }: { all: string[] }) => (
  <>
    {all.map((words) => (
      <p class="govuk-body" key={words}>
        {words}
      </p>
    ))}
  </>
);

function Statuses() {
  const words = helpWords.value.status;
  return (
    <table class="govuk-table cm-table">
      <caption class="govuk-visually-hidden">{words.caption}</caption>
      <thead>
        <tr>
          <th scope="col">{words.status}</th>
          <th scope="col">{words.means}</th>
        </tr>
      </thead>
      <tbody>
        {STATUSES.map((status) => (
          <tr key={status}>
            <th scope="row">
              <StatusTag status={status} />
            </th>
            <td>{words[status]}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
