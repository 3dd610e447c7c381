// What a reader sees and hears of the element: what the article wrote, or the frame over it once that has drawn, and a voice.
const style =
  ":host{display:block}div{display:grid}div>*{grid-area:1/1;min-width:0}slot{display:block}" +
  "iframe{display:block;width:100%;border:0;color-scheme:normal}.waiting iframe{visibility:hidden}.drawn slot{display:none}" +
  "p{position:absolute;width:1px;height:1px;margin:-1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}";

/** Where the frame is put. Once, at the first insertion: a constructor must leave the element as it is. */
export function stackIn(element: HTMLElement, voice: HTMLElement): HTMLDivElement {
  const root = element.attachShadow({ mode: "open" });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(style);
  root.adoptedStyleSheets = [sheet];
  const stack = document.createElement("div");
  stack.className = "waiting";
  stack.append(document.createElement("slot"));
  voice.setAttribute("aria-live", "polite");
  root.append(stack, voice);
  return stack;
}
