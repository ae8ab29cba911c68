const readers = new Set<() => Promise<void>>();

/** Call `read` whenever an answer was lost; returns a function that stops it. */
export function onLostAnswer(read: () => Promise<void>): () => void {
  readers.add(read);
  return () => readers.delete(read);
}

/** Read again everything the page shows: a request may have been carried out although no answer came. */
export async function lostAnswer(): Promise<void> {
  await Promise.all([...readers].map((read) => read()));
}
