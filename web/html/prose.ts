// Text as HTML, for what is put into the pages when they are built.
export function escaped(text: string): string {
  return text
    .replace(/&/g, "&amp;")
    .replace(/</g, "&lt;")
    .replace(/>/g, "&gt;")
    .replace(/"/g, "&quot;");
}

/** Prose as HTML, with the apostrophe that printers use. */
export function prose(text: string): string {
  return escaped(text.replace(/(?<=\w)'/g, "’"));
}

export function found<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new Error(`the page's words: there is no ${what}`);
  return value;
}

const counts = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];
export const counted = (count: number): string => counts[count] ?? String(count);
