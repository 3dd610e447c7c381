// The story's chapters as HTML: prose, still picture, bets as native controls, the reveal and the sources. All of it is text in
// the page, for readers without script, for search and for print.
import type { Bet, Chapter, Prose } from "../src/explainer/types.ts";
import { betText } from "../src/words/bet-text.ts";
import { counted, prose } from "./prose.ts";

const still = (id: string): string =>
  `<noscript><picture>${[["dark", 640, "(prefers-color-scheme: dark) and (min-width: 480px)"], ["dark", 360, "(prefers-color-scheme: dark)"], ["light", 640, "(min-width: 480px)"]]
    .map(([theme, width, media]) => `<source media="${media}" srcset="./posters/chapter-${id}-${theme}-${width}.svg" />`)
    .join("")}<img src="./posters/chapter-${id}-light-360.svg" width="360" height="300" loading="lazy" alt="" /></picture></noscript>`;

const choices = ({ id, asks, options }: Bet): string =>
  `<fieldset class="bet" data-bet="${id}"><legend>${prose(asks)}</legend>` +
  options.map((option, index) => `<label class="choice"><input type="radio" name="bet-${id}" value="${index}" /> ${prose(option)}</label>`).join("") +
  "</fieldset>";

const scale = ({ id, asks, low, high, step, unit }: Bet): string => {
  const middle = Number((low + Math.round((high - low) / 2 / step) * step).toFixed(6));
  const said = betText(String(middle), unit);
  return (
    `<div class="bet" data-bet="${id}"><label for="bet-${id}">${prose(asks)}</label><div class="scale">` +
    `<input type="range" id="bet-${id}" min="${low}" max="${high}" step="${step}" value="${middle}" data-unit="${unit}" aria-valuetext="${said}" />` +
    `<output for="bet-${id}">${said}</output></div></div>`
  );
};

const bets = (all: Bet[]): string =>
  `<div class="bets">${all.map((bet) => (bet.options.length > 0 ? choices(bet) : scale(bet))).join("")}<p class="error" role="alert"></p>` +
  `<p class="acts"><button type="button">${all.length > 1 ? "Place the bets" : "Place the bet"}</button> <button type="button">Just show me</button></p></div>`;

const alternative = ({ alternative: other }: Chapter): string =>
  other ? `<p class="acts"><button type="button" class="alternative" data-deal="${other.id}">Run “${prose(other.title)}”</button></p>` : "";

/** `text` is prose with its dotted words; `cited` the list of sources. */
export function chapterHtml(length: number, text: (prose: string) => string, cited: (ids: string[]) => string): (chapter: Chapter, index: number, all: Chapter[]) => string {
  const paragraphs = (all: Prose): string =>
    all.map((pieces) => `<p>${pieces.map((piece) => (typeof piece === "string" ? text(piece) : `<b class="now">${prose(piece.now)}</b>`)).join("")}</p>`).join("");
  const minutes = `<span class="length">, about ${counted(length)} minutes in all</span>`; // where it has no line of its own
  return (it, index, all) =>
    `<article class="chapter${index === 0 ? " shown" : ""}" id="chapter-${it.id}" data-chapter="${it.number}" data-last="${index + 1 === all.length}" data-lever="${it.lever ?? ""}" aria-labelledby="title-${it.id}">` +
    `<p class="number"><span>${it.number} of ${all.length}${index === 0 ? minutes : ""}</span> <button type="button" class="plain">A bet follows ↓</button></p><h3 id="title-${it.id}" tabindex="-1">${prose(it.title)}</h3>${paragraphs(it.says)}${still(it.id)}` +
    bets(it.bets) +
    `<div class="after"><ul class="verdicts">${it.bets.map((bet) => `<li>${prose(bet.answer)}</li>`).join("")}</ul>${paragraphs(it.reveal)}` +
    `<div class="act">${paragraphs(it.act)}${alternative(it)}</div></div>` +
    `${cited(it.facts)}</article>`;
}
