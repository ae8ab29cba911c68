import { Link, useLocation, useSearch } from "wouter-preact";
import { t } from "../i18n/words";

/** The menu, in the words that exams officers know. */
export function Menu() {
  const [path] = useLocation();
  const menu = new URLSearchParams(useSearch()).get("menu");
  const words = t.value.shell;
  const entries = [
    { href: "/?menu=enter", name: words.menu.enter, here: path === "/" && menu === "enter" },
    { href: "/?menu=submit", name: words.menu.submit, here: path === "/" && menu === "submit" },
    { href: "/upload", name: words.menu.upload, here: path.startsWith("/upload") },
    { href: "/submitted", name: words.menu.submitted, here: path === "/submitted" },
    { href: "/help", name: words.menu.help, here: path === "/help" },
  ];
  return (
    <nav aria-label={words.menuName} class="cm-nav">
      {entries.map(({ href, name, here }) => (
        <Link key={href} href={href} aria-current={here ? "page" : undefined}>
          {name}
        </Link>
      ))}
    </nav>
  );
}
