/** Scrolls a list, and nothing around it, to the option whose words these are; under the pointer nothing moves. */
export function keepInSight(words: HTMLElement): void {
  const item = words.parentElement!;
  const list = item.closest('[role=listbox]')!;
  if (item.matches(':hover')) return;
  // A list that opens has its height and place by the next frame.
  requestAnimationFrame(() => {
    const { top, bottom } = item.getBoundingClientRect();
    const shown = list.getBoundingClientRect();
    if (top < shown.top) list.scrollTop += top - shown.top;
    else if (bottom > shown.bottom) list.scrollTop += bottom - shown.bottom;
  });
}
