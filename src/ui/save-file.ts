/** Saves text as a file on this device. */
export function saveText(name: string, type: string, content: string): void {
  saveBlob(name, new Blob([content], { type }));
}

/** Saves a file on this device: the browser's own download of an address that exists in this page alone. */
export function saveBlob(name: string, content: Blob): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // Not at once: the download begins after the click.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
