// What is begun only when somebody looks at a frame or touches it.
export function whenLookedAt(main: HTMLElement, begin: () => void): void {
  new IntersectionObserver((entries, observer) => {
    if (!entries.some((entry) => entry.isIntersecting)) return;
    observer.disconnect();
    begin();
  }).observe(main);
  for (const touch of ["pointerdown", "keydown", "focusin"] as const) addEventListener(touch, begin, { once: true });
}
