import type { ComponentChildren } from "preact";
import { Link } from "wouter-preact";
import { en } from "../i18n/en";

/** The frame of every page: the way past the header, the header, the page. */
export function Shell({ nav, children }: { nav?: ComponentChildren; children: ComponentChildren }) {
  return (
    <>
      <a href="#main" class="govuk-skip-link">
        Skip to main content
      </a>
      <header class="cm-header">
        <div class="govuk-width-container cm-header__inner">
          <Link href="/" class="cm-header__name">
            {en.service}
          </Link>
          {nav}
        </div>
      </header>
      <div class="govuk-width-container">
        <main class="govuk-main-wrapper" id="main">
          {children}
        </main>
      </div>
    </>
  );
}
