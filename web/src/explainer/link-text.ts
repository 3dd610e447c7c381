// The link of a state in what somebody has copied: a whole address, what follows its #, escaped or not, with the full stop
// or bracket that a chat program has made part of it. And whether the text and controls come with it.

export function linkIn(text: string): string {
  const hash = unescaped(text.trim().replace(/^[^#]*#/, ""));
  return hash.replace(/[\s.,;:!?)\]}>»”"']+$/, "");
}

function unescaped(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text; // a stray "%": whoever reads it says what cannot be read
  }
}

/** Whether a link opens with its text and controls: where they are shown is the page's business. */
export const wantsText = (link: string): boolean => /[&?]text\b/.test(link);

/** The link as the page passes it on: with its text and controls, where these are shown. */
export function linkAsShown(link: string): string {
  const isInText = document.getElementById("twin-toggle")?.getAttribute("aria-expanded") === "true";
  return isInText ? `${link}&text` : link;
}
