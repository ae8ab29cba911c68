type In = { currentTarget: HTMLInputElement };

/**
 * For a box with one short value: the focus and every click select all of it, so that typing replaces it. A second
 * click would otherwise set the caret before 46, and typing 70 there makes 7046. The arrow keys, Home and End go
 * inside, and a part selected with the mouse stays selected.
 */
export const wholeValue = {
  onFocus: ({ currentTarget: box }: In) => box.select(),
  onMouseUp: (event: MouseEvent & In) => {
    const box = event.currentTarget;
    const taken = (box.selectionEnd ?? 0) - (box.selectionStart ?? 0);
    if (taken > 0 && taken < box.value.length) return;
    // Browsers set the caret only now when everything was selected before.
    event.preventDefault();
    box.select();
  },
};
