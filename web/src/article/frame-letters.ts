// The letters of a frame: they come when the figure is there, and take the place of the reader's own at once. Two, so that they
// stay small: what is bold in the picture is made so by the browser.
import sans from "@fonts/frame_sans.woff2?url";
import serif from "@fonts/frame_serif.woff2?url";

const faces = [
  ["Newsreader", serif, "600"],
  ["Source Sans 3", sans, "400"],
] as const;

/** Where they cannot be had the reader's own stay. */
export async function ownLetters(): Promise<void> {
  try {
    const loaded = await Promise.all(faces.map(([family, address, weight]) => new FontFace(family, `url("${address}")`, { weight }).load()));
    for (const face of loaded) document.fonts.add(face);
  } catch {
    // nothing that is said depends on them
  }
}
