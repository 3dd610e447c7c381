// Browsers keep 16 graphics contexts a page, phones fewer, and take the oldest away: of an article's figures only the last
// few that were opened keep their lab.
const mostLabs = 8;

export interface Resting {
  rest(): void;
}

const open: Resting[] = [];

export function countLab(figure: Resting, isOpen: boolean): void {
  const at = open.indexOf(figure);
  if (at >= 0) open.splice(at, 1);
  if (isOpen) open.push(figure);
  while (open.length > mostLabs) open.shift()?.rest();
}
