import type { ComponentChildren } from "preact";
import { Link } from "wouter-preact";
import { board } from "../auth/config";
import { t } from "../i18n/words";
import { Disclosure } from "../ui/Disclosure";
import { LanguageToggle } from "./LanguageToggle";
import "./shell.scss";

interface Props {
  nav?: ComponentChildren;
  account?: ComponentChildren;
  children: ComponentChildren;
}

/** The frame of every page: skip link, header, page, footer. */
export function Shell({ nav, account, children }: Props) {
  const words = t.value.shell;
  const { name, contact } = board.value;
  return (
    <>
      <a href="#main" class="govuk-skip-link">
        {words.skip}
      </a>
      <header class="cm-header">
        <div class="govuk-width-container cm-header__inner">
          <Link href="/" class="cm-header__name">
            {words.service}
          </Link>
          {nav ? (
            <Disclosure label={words.menuButton} folds="narrow">
              {nav}
              <div class="cm-account">{account}</div>
            </Disclosure>
          ) : (
            <div class="cm-account">{account}</div>
          )}
          <LanguageToggle />
        </div>
      </header>
      <div class="cm-main">
        <main class="govuk-width-container govuk-main-wrapper" id="main">
          {children}
        </main>
      </div>
      <footer class="cm-footer">
        <div class="govuk-width-container">
          <nav class="cm-footer__inner" aria-label={words.footer}>
            <Link class="govuk-link" href="/help">
              {words.menu.help}
            </Link>
            <Link class="govuk-link" href="/help#accessibility">
              {words.accessibility}
            </Link>
            <LanguageToggle />
          </nav>
          {name && <p class="govuk-body-s">{words.runBy(name, contact)}</p>}
        </div>
      </footer>
    </>
  );
}
