import { signal } from "@preact/signals";

const EVERY_MS = 5 * 60_000;
const SCRIPT = /<script[^>]*\ssrc="(\/assets\/[^"]+)"/;

/** Whether the service has a newer page than this one. */
export const newVersion = signal(false);

/** The page's main script; its name changes with every release. */
const scriptOf = (html: string): string | undefined => SCRIPT.exec(html)?.[1];

/** Look for a newer page every few minutes while this one is visible; returns a function that stops it. */
export function watchVersion(running = scriptOf(document.documentElement.outerHTML)): () => void {
  const look = async () => {
    if (document.hidden || newVersion.value || !running) return;
    try {
      const answer = await fetch("/index.html", { cache: "no-cache" });
      const served = answer.ok ? scriptOf(await answer.text()) : running;
      newVersion.value = served !== undefined && served !== running;
    } catch {
      // Offline: try again next time.
    }
  };
  const timer = setInterval(() => void look(), EVERY_MS);
  return () => clearInterval(timer);
}
