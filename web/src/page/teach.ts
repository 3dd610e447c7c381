// The lesson is HTML; its sheet is printed from a button too.
import { part } from "../explainer/dom.ts";

part("print", HTMLButtonElement).addEventListener("click", () => print());
