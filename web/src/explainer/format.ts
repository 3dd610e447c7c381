// Dates and shares as readers see them, the same in every browser language: the page is in English.

const months = [
  "January", "February", "March", "April", "May", "June",
  "July", "August", "September", "October", "November", "December",
];

/** "2027-02" → "February 2027". */
export function monthText(id: string): string {
  const [year, month] = id.split("-");
  const name = months[Number(month) - 1];
  return name ? `${name} ${year}` : id;
}

/** A published date of any exactness: "2019-07-22" → "22 July 2019", "2020-05/2021" → "May 2020 – 2021". */
export function dateText(date: string): string {
  return date.split("/").map(oneDateText).join(" – ");
}

function oneDateText(date: string): string {
  const [, year, month, day] = /^(\d{4})-(\d\d)(?:-(\d\d))?$/.exec(date) ?? [];
  if (!year || !month) return date;
  return day ? `${Number(day)} ${monthText(`${year}-${month}`)}` : monthText(`${year}-${month}`);
}

/** 0.382 → "38%". */
export function percentText(share: number): string {
  return `${Math.round(share * 100)}%`;
}

/**
 * A number as it was typed, for the explainer: one comma is a point ("0,5" → "0.5"). Before three digits it might part
 * thousands: that is left as it is and refused, rather than taken for another number.
 */
export function typedNumber(text: string): string {
  const typed = text.trim();
  return /^[+-]?\d*,(\d{1,2}|\d{4,})$/.test(typed) ? typed.replace(",", ".") : typed;
}
