/** How long someone rests in a row before the address names it (ms). */
const RESTS_MS = 250;

let waiting: ReturnType<typeof setTimeout> | undefined;

/** Keep in the address which row someone is in, so that a reload leads back to it. To name each row that typing passes would cost more than the typing. */
export function notePlace(candidate: string): void {
  const { pathname } = location;
  clearTimeout(waiting);
  waiting = setTimeout(() => {
    if (location.pathname === pathname) history.replaceState(history.state, "", `#c${candidate}`);
  }, RESTS_MS);
}
