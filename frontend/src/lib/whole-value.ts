type In = { currentTarget: HTMLInputElement };

/**
 * For a box that holds one short value: the focus and every click take the whole of it, so that what is typed replaces
 * it. A second click would otherwise set the caret before 46, and typing 70 there makes 7046. The arrow keys, Home and End
 * go inside, and a part that was selected with the mouse stays selected.
 */
export const wholeValue = {
  onFocus: ({ currentTarget: box }: In) => box.select(),
  onMouseUp: (event: MouseEvent & In) => {
    const box = event.currentTarget;
    const taken = (box.selectionEnd ?? 0) - (box.selectionStart ?? 0);
    if (taken > 0 && taken < box.value.length) return;
    // Browsers put the caret only now where the whole was selected before.
    event.preventDefault();
    box.select();
  },
};
