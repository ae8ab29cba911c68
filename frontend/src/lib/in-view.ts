/**
 * Bring what a key moves the focus to out from under the sticky bar and headings (WCAG 2.2, 2.4.11). Chromium and
 * Firefox heed `scroll-padding` when they scroll to the focus; WebKit only in `scrollIntoView`. What a pointer focuses
 * is in view, and moves from under the pointer if the page scrolls.
 */
export function keepFocusInView(): void {
  let byKey = false;
  addEventListener("keydown", () => (byKey = true), true);
  addEventListener("pointerdown", () => (byKey = false), true);
  addEventListener("focusin", ({ target }) => byKey && (target as Element).scrollIntoView({ block: "nearest" }));
}
