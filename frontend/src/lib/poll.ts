/** How long to wait before the next look, by how long one has been looking (both ms). */
export function pauseAfter(elapsed: number): number {
  if (elapsed < 10_000) return 1000;
  if (elapsed < 60_000) return 5000;
  return elapsed < 300_000 ? 15_000 : 60_000;
}

/** Look again and again until something is settled; returns a function that stops it. */
export function pollUntil<T>(look: () => Promise<T>, settled: (seen: T) => boolean, now: () => number = Date.now): () => void {
  const began = now();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let stopped = false;
  const again = async () => {
    const seen = await look().catch(() => undefined);
    if (stopped || (seen !== undefined && settled(seen))) return;
    timer = setTimeout(() => void again(), pauseAfter(now() - began));
  };
  void again();
  return () => {
    stopped = true;
    clearTimeout(timer);
  };
}
