/** What had the focus is gone: the keyboard goes on from the content, which stays where it is. */
export function focusContent(): void {
  document.getElementById('content')?.focus({ preventScroll: true });
}
