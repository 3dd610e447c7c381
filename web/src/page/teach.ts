// The lesson is HTML; its sheet is printed from a button too, and says on paper where the page is.
import { part } from "../explainer/dom.ts";

part("print", HTMLButtonElement).addEventListener("click", () => print());
part("address", HTMLSpanElement).textContent = new URL("./index.html", location.href).href.replace(/index\.html$/, "");
