// The hand on the canvas: DOM pointer events become the lab's, and whatever is the page's (wheel, keys, a finger that
// pans) is left alone.
import type { LabModule } from "@lab/lab.mjs";

// As in ui/window/window.h.
const move = 0;
const down = 1;
const up = 2;
const cancel = 3;
const leave = 4;

const slop = 4; // CSS pixels that a finger moves before it drags
const holdMs = 250; // a finger that rests this long presses

/** Until it is known whether a finger taps, drags or pans, nothing is pressed: a pan that begins on a slider moves nothing. */
interface Undecided {
  x: number;
  y: number;
  isOnControl: boolean;
  timer: number;
}

export function bridgePointers(lab: LabModule, canvas: HTMLCanvasElement, signal: AbortSignal): void {
  let undecided: Undecided | undefined;
  let isDown = false;
  canvas.style.userSelect = "none"; // a drag marks no text of the page
  lab._fr_pointer(leave, 0, 0, matchMedia("(pointer: coarse)").matches); // targets are of the right size from the start

  const send = (kind: number, event: PointerEvent, x = event.clientX, y = event.clientY): boolean => {
    const box = canvas.getBoundingClientRect();
    return Boolean(lab._fr_pointer(kind, x - box.left, y - box.top, event.pointerType === "touch"));
  };
  const press = (event: PointerEvent): void => {
    if (!undecided) return;
    clearTimeout(undecided.timer);
    isDown = true;
    send(down, event, undecided.x, undecided.y);
    undecided = undefined;
  };
  const forget = (): void => {
    clearTimeout(undecided?.timer);
    undecided = undefined;
    isDown = false;
  };
  const listen = (type: "pointerdown" | "pointermove" | "pointerup" | "pointercancel" | "pointerleave", act: (event: PointerEvent) => void) =>
    canvas.addEventListener(type, (event) => event.isPrimary && act(event), { signal });

  listen("pointerdown", (event) => {
    if (event.button !== 0) return;
    forget();
    if (event.pointerType !== "touch") {
      canvas.setPointerCapture(event.pointerId); // a button released outside an iframe would be lost
      isDown = true;
      send(down, event);
      return;
    }
    const isOnControl = send(move, event);
    undecided = { x: event.clientX, y: event.clientY, isOnControl, timer: window.setTimeout(() => press(event), holdMs) };
  });
  listen("pointermove", (event) => {
    if (undecided) {
      const across = Math.abs(event.clientX - undecided.x);
      if (across <= slop || across < Math.abs(event.clientY - undecided.y)) return;
      if (undecided.isOnControl) press(event);
      else forget(); // a swipe over nothing that drags
    }
    if (isDown || event.pointerType !== "touch") send(move, event);
  });
  listen("pointerup", (event) => {
    if (undecided) press(event); // a tap
    if (isDown) send(up, event);
    isDown = false;
  });
  listen("pointercancel", (event) => {
    const wasDown = isDown;
    forget();
    send(wasDown ? cancel : leave, event);
  });
  listen("pointerleave", (event) => {
    if (!isDown) send(leave, event);
  });
}
