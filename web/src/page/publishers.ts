// The table of what the embed costs stands in the page since it was built: here its host gets the name that it has.
import { part } from "../explainer/dom.ts";
import { someHost } from "../article/costs.ts";

for (const cell of part("contract", HTMLTableElement).querySelectorAll("td"))
  cell.textContent = cell.textContent.replaceAll(someHost, location.origin);
