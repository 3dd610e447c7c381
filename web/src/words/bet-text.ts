// A bet's number with its unit, for the page and for its build: 3, "× a year" → "×3 a year"; 0.6, "GW" → "0.6 GW".
export function betText(value: string, unit: string): string {
  return unit.startsWith("×") ? `×${value}${unit.slice(1)}` : `${value} ${unit}`;
}
