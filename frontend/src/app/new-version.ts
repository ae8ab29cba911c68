import { signal } from "@preact/signals";

const EVERY_MS = 5 * 60_000;
const SCRIPT = /<script[^>]*\ssrc="(\/assets\/[^"]+)"/;

/** Whether the service has a newer page than the one that runs. */
export const newVersion = signal(false);

/** The script that a page starts with; its name changes with every release. */
const scriptOf = (html: string): string | undefined => SCRIPT.exec(html)?.[1];

/** Look for a newer page every few minutes while someone looks at this one; gives the way to stop. */
export function watchVersion(running = scriptOf(document.documentElement.outerHTML)): () => void {
  const look = async () => {
    if (document.hidden || newVersion.value || !running) return;
    try {
      const answer = await fetch("/index.html", { cache: "no-cache" });
      const served = answer.ok ? scriptOf(await answer.text()) : running;
      newVersion.value = served !== undefined && served !== running;
    } catch {
      // Without a connection there is nothing new.
    }
  };
  const timer = setInterval(() => void look(), EVERY_MS);
  return () => clearInterval(timer);
}
