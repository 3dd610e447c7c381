// What stands on the sheets of a PDF that Chromium has printed: letters and painted shapes, counted by sheet, and how far
// down they reach. Reads what Chromium writes (plain objects, deflated streams) and no other PDF.
import { inflateSync } from "node:zlib";

function objectsOf(bytes) {
  const text = bytes.toString("latin1");
  const objects = new Map();
  for (const { 1: id, index, 0: head } of text.matchAll(/(?:^|\n)(\d+) 0 obj\s/g)) {
    const from = index + head.length;
    const body = text.slice(from, text.indexOf("endobj", from));
    const start = /stream\r?\n/.exec(body);
    const dictionary = start ? body.slice(0, start.index) : body;
    const length = Number(/\/Length (\d+)/.exec(dictionary)?.[1] ?? 0);
    const raw = start && bytes.subarray(from + start.index + start[0].length).subarray(0, length);
    objects.set(id, { dictionary, stream: () => (/FlateDecode/.test(dictionary) ? inflateSync(raw) : raw).toString("latin1") });
  }
  return objects;
}

const times = ([a, b, c, d, e, f], [A, B, C, D, E, F]) => [a * A + b * C, a * B + b * D, c * A + d * C, c * B + d * D, e * A + f * C + E, e * B + f * D + F];
const strings = /\((?:\\[\s\S]|[^\\()])*\)|<([0-9A-Fa-f\s]*)>/g;

/** Reads a stream's operators; `forms` are the streams that it may draw by name. */
function read(stream, matrix, forms, seen) {
  const stack = [];
  let numbers = [];
  let letters = 0;
  let text = matrix;
  const tokens = stream.matchAll(/\((?:\\[\s\S]|[^\\()])*\)|<[0-9A-Fa-f\s]*>|<<|>>|\/[^\s/[\]<>()]+|[-+]?[\d.]+|[A-Za-z'"*]+|[[\]]/g);
  let name = "";
  for (const [token] of tokens) {
    if (/^[-+.\d]/.test(token)) numbers.push(Number(token));
    else if (token.startsWith("/")) name = token.slice(1);
    else if (/^[(<]/.test(token)) for (const [, hex] of token.matchAll(strings)) letters += hex === undefined ? token.length - 2 : hex.length / 4;
    else if (/^[A-Za-z'"*]+$/.test(token)) {
      if (token === "q") stack.push(matrix);
      else if (token === "Q") matrix = stack.pop() ?? matrix;
      else if (token === "cm") matrix = times(numbers.slice(-6), matrix);
      else if (token === "BT") text = matrix;
      else if (token === "Tm") text = times(numbers.slice(-6), matrix);
      else if (token === "Td") text = times([1, 0, 0, 1, ...numbers.slice(-2)], text);
      else if (token === "Tj" || token === "TJ") {
        seen.letters += letters;
        seen.lowest = Math.min(seen.lowest, text[5]);
      } else if (/^(f|F|S|s|B|b)\*?$/.test(token)) seen.shapes += 1;
      else if (token === "Do" && forms.has(name)) forms.get(name)(matrix, seen);
      numbers = [];
      letters = 0;
    }
  }
}

/** Every sheet of the PDF: {letters, shapes, lowest (points above its lower edge), height}. */
export function sheets(bytes) {
  const objects = objectsOf(Buffer.from(bytes));
  const formsOf = (dictionary) => {
    const resources = /\/Resources (\d+) 0 R/.exec(dictionary);
    const words = resources ? objects.get(resources[1]).dictionary : dictionary;
    const list = /\/XObject\s*<<([^>]*)>>/.exec(words)?.[1] ?? "";
    return new Map(
      [...list.matchAll(/\/(\S+) (\d+) 0 R/g)].map(([, name, id]) => {
        const form = objects.get(id);
        const draw = (matrix, seen) =>
          /\/Subtype \/Form/.test(form.dictionary) ? read(form.stream(), matrix, formsOf(form.dictionary), seen) : (seen.shapes += 1);
        return [name, draw];
      }),
    );
  };
  const pages = [...objects.values()].filter(({ dictionary }) => /\/Type \/Page\b(?!s)/.test(dictionary));
  return pages.map(({ dictionary }) => {
    const [, , , height] = /\/MediaBox \[([^\]]*)\]/.exec(dictionary)[1].trim().split(/\s+/).map(Number);
    const seen = { letters: 0, shapes: 0, lowest: height, height };
    read(objects.get(/\/Contents (\d+) 0 R/.exec(dictionary)[1]).stream(), [1, 0, 0, 1, 0, 0], formsOf(dictionary), seen);
    return seen;
  });
}
