// Files to and from the reader: nothing leaves the browser.

/** Hands a text to the browser's downloads. */
export function download(name: string, type: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000); // once the browser has begun to read it
}

/** The text of the file that was chosen; it may be chosen again, mended. */
export async function openedFile(input: HTMLInputElement): Promise<{ name: string; text: string } | undefined> {
  const file = input.files?.[0];
  if (!file) return undefined;
  const text = await file.slice(0, 1_000_004).text(); // a little more than is accepted: what is too long is refused as such
  input.value = "";
  return { name: file.name, text };
}
