// A number in running text and its own notation: "3.0× a year", "3,0-mal", "1,200". Only the one number that is the value is
// written anew; where none is, or several are, the words stay as they are.
export interface Written {
  before: string;
  number: string;
  after: string;
}

const numbers = /\d+(?:[.,]\d+)*/g;

/** What a number may mean: a comma or point before three digits may part thousands. */
function meanings(text: string): number[] {
  const marks = text.replace(/\d/g, "");
  const all = marks.length <= 1 ? [Number(text.replace(",", "."))] : [];
  if (/^\d{1,3}([.,]\d{3})+$/.test(text)) all.push(Number(text.replace(/[.,]/g, "")));
  return all;
}

export function findNumber(text: string, value: number): Written[] {
  return [...text.matchAll(numbers)]
    .filter(([number]) => meanings(number).includes(value))
    .map(({ 0: number, index }) => ({ before: text.slice(0, index), number, after: text.slice(index + number.length) }));
}

/** With as many decimals as the number had, or as the value needs. */
export function inNotationOf(number: string, value: number, mostDecimals: number): string {
  const [mark = ""] = /[.,](?=\d*$)/.exec(number) ?? [];
  const isGrouped = mark !== "" && /^\d{1,3}([.,]\d{3})+$/.test(number) && value >= 100;
  const decimals = isGrouped || mark === "" ? 0 : number.length - number.lastIndexOf(mark) - 1;
  const needed = (String(Number(value.toFixed(mostDecimals))).split(".")[1] ?? "").length;
  const text = value.toFixed(Math.max(decimals, needed));
  if (isGrouped) return text.replace(/\B(?=(\d{3})+$)/g, mark);
  return mark === "," ? text.replace(".", ",") : text;
}
