/** Saves text as a file on this device: the browser's own download of an address that exists in this page alone. */
export function saveText(name: string, type: string, content: string): void {
  const address = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // Not at once: the download begins after the click.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
