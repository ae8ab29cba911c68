import { Link, useLocation, useSearch } from "wouter-preact";
import { t } from "../i18n/words";
import { type Place, isOfBoard, isOfBoardAlone } from "../auth/centre";
import { Disclosure } from "../ui/Disclosure";

/** The menu. Exams officers know *Coursework and tests* and what is in it from the board's site. */
export function Menu({ place }: { place: Place }) {
  const [path] = useLocation();
  const menu = new URLSearchParams(useSearch()).get("menu");
  const words = t.value.shell;
  const board = { href: "/board", name: t.value.shell.menu.board, here: path.startsWith("/board") || (path === "/" && isOfBoardAlone(place)) };
  const help = { href: "/help", name: words.menu.help, here: path === "/help" };
  const coursework = [
    { href: "/?menu=enter", name: words.menu.enter, here: path === "/" && menu === "enter" },
    { href: "/?menu=submit", name: words.menu.submit, here: path === "/" && menu === "submit" },
    { href: "/submitted", name: words.menu.submitted, here: path === "/submitted" },
  ];
  const upload = { href: "/upload", name: words.menu.upload, here: path.startsWith("/upload") };
  const ofCentre = !isOfBoardAlone(place);
  const entries = [...(ofCentre ? [upload] : []), ...(isOfBoard(place) ? [board] : []), help];
  return (
    <nav aria-label={words.menuButton} class="cm-nav">
      {ofCentre && (
        <Disclosure label={words.menuName} folds="wide" here={coursework.some(({ here }) => here)}>
          <ul>
            {coursework.map((entry) => (
              <li key={entry.href}>
                <MenuLink {...entry} />
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
      {entries.map((entry) => (
        <MenuLink key={entry.href} {...entry} />
      ))}
    </nav>
  );
}

export const MenuLink = ({ href, name, here }: { href: string; name: string; here: boolean }) => (
  <Link href={href} aria-current={here ? "page" : undefined}>
    {name}
  </Link>
);
