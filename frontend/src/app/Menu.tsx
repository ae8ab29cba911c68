import { Link, useLocation, useSearch } from "wouter-preact";
import { t } from "../i18n/words";
import { type Place, isOfBoard, isOfBoardAlone } from "../auth/centre";

/** The menu, in the words that exams officers know from the board's site. */
export function Menu({ place }: { place: Place }) {
  const [path] = useLocation();
  const menu = new URLSearchParams(useSearch()).get("menu");
  const words = t.value.shell;
  const board = { href: "/board", name: t.value.shell.menu.board, here: path.startsWith("/board") || (path === "/" && isOfBoardAlone(place)) };
  const help = { href: "/help", name: words.menu.help, here: path === "/help" };
  const centre = [
    { href: "/?menu=enter", name: words.menu.enter, here: path === "/" && menu === "enter" },
    { href: "/?menu=submit", name: words.menu.submit, here: path === "/" && menu === "submit" },
    { href: "/upload", name: words.menu.upload, here: path.startsWith("/upload") },
    { href: "/submitted", name: words.menu.submitted, here: path === "/submitted" },
  ];
  const entries = [...(isOfBoardAlone(place) ? [] : centre), ...(isOfBoard(place) ? [board] : []), help];
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
