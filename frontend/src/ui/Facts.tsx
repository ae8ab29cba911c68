import type { ComponentChildren } from "preact";

/** A list of names and values; empty values are left out. */
export const Facts = ({ facts }: { facts: [name: string, value: ComponentChildren][] }) => (
  <dl class="govuk-summary-list">
    {facts
      .filter(([, value]) => value !== "" && value !== null && value !== undefined)
      .map(([name, value]) => (
        <div class="govuk-summary-list__row" key={name}>
          <dt class="govuk-summary-list__key">{name}</dt>
          <dd class="govuk-summary-list__value cm-break">{value}</dd>
        </div>
      ))}
  </dl>
);
