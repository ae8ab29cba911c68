const readers = new Set<() => Promise<void>>();

/** Have `read` called whenever an answer was lost; gives a way to stop. */
export function onLostAnswer(read: () => Promise<void>): () => void {
  readers.add(read);
  return () => readers.delete(read);
}

/** Read anew all that the page shows: what was asked for may have been done although no answer came. */
export async function lostAnswer(): Promise<void> {
  await Promise.all([...readers].map((read) => read()));
}
