/** A choice of this person's about how pages look, kept on this computer where it keeps anything. */
export function remembered(name: string): string | undefined {
  try {
    return localStorage.getItem(`centremark.${name}`) ?? undefined;
  } catch {
    return undefined;
  }
}

export function remember(name: string, choice: string): void {
  try {
    localStorage.setItem(`centremark.${name}`, choice);
  } catch {
    // The choice holds until the page is left.
  }
}
