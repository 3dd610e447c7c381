// What is made of many times: their middle and their 95th percentile, and tables of them.
export const sorted = (times) => [...times].sort((a, b) => a - b);
export const quantile = (times, share) => sorted(times)[Math.min(times.length - 1, Math.floor(times.length * share))];
export const median = (times) => quantile(times, 0.5);
export const p95 = (times) => quantile(times, 0.95);

/** A table in Markdown; the first column is words, the others are numbers. */
export function table(heads, rows) {
  const line = (cells) => `| ${cells.join(" | ")} |`;
  return [line(heads), line(heads.map((_, i) => (i === 0 ? "---" : "---:"))), ...rows.map(line)].join("\n");
}
