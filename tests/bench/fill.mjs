// How many device pixels a frame fills: every triangle that Dear ImGui hands to WebGL2, cut to its clip rectangle, in the
// order and with the numbers that its backend uses. What is cleared is counted apart: clearing costs far less than blending.

/** In the page, before its scripts: window.frames collects {filled, cleared} of each animation frame that drew. */
export function countFill() {
  const stride = 20; // bytes of a vertex: place, place in the texture, colour
  const gl = WebGL2RenderingContext.prototype;
  let vertices, indices, clip, toPixels, frame;
  window.frames = [];

  const wrap = (name, watch) => {
    const act = gl[name];
    gl[name] = function (...given) {
      watch.call(this, ...given);
      return act.apply(this, given);
    };
  };
  const keep = (target, bytes) => {
    if (target === 34962) vertices = bytes;
    else if (target === 34963) indices = bytes;
  };
  const part = (view, from, length) => {
    const bytes = new Uint8Array(view.buffer, view.byteOffset, view.byteLength);
    const size = view.BYTES_PER_ELEMENT ?? 1;
    return bytes.slice(from * size, length ? (from + length) * size : undefined);
  };
  wrap("bufferData", (target, data, _, from = 0, length = 0) => ArrayBuffer.isView(data) && keep(target, part(data, from, length)));
  wrap("bufferSubData", (target, _, data, from = 0, length = 0) => keep(target, part(data, from, length)));
  wrap("scissor", (x, y, width, height) => (clip = [x, y, x + width, y + height]));
  wrap("uniformMatrix4fv", function (_, __, data, from = 0) {
    const { width, height } = this.canvas;
    const [across, down, right, up] = [0, 5, 12, 13].map((at) => data[from + at]);
    toPixels = (x, y) => [((x * across + right + 1) / 2) * width, ((y * down + up + 1) / 2) * height];
  });
  wrap("clear", function () {
    if (frame) frame.cleared += this.canvas.width * this.canvas.height;
  });

  /** The corners of a polygon on one side of a line across or down. */
  function cut(corners, axis, at, sign) {
    const kept = [];
    corners.forEach((corner, i) => {
      const next = corners[(i + 1) % corners.length];
      const [here, there] = [(corner[axis] - at) * sign, (next[axis] - at) * sign];
      if (here >= 0) kept.push(corner);
      if (here >= 0 === there >= 0) return;
      const share = here / (here - there);
      kept.push([corner[0] + (next[0] - corner[0]) * share, corner[1] + (next[1] - corner[1]) * share]);
    });
    return kept;
  }
  function area(corners) {
    let twice = 0;
    corners.forEach(([x, y], i) => {
      const [nextX, nextY] = corners[(i + 1) % corners.length];
      twice += x * nextY - nextX * y;
    });
    return Math.abs(twice) / 2;
  }
  wrap("drawElements", function (_, count, type, offset) {
    if (!frame || !toPixels) return;
    const { width, height } = this.canvas;
    const [left, bottom, right, top] = clip ?? [0, 0, width, height];
    const edges = [[0, Math.max(0, left), 1], [0, Math.min(width, right), -1], [1, Math.max(0, bottom), 1], [1, Math.min(height, top), -1]];
    const places = new DataView(vertices.buffer);
    const Index = type === 5125 ? Uint32Array : Uint16Array;
    const order = new Index(indices.buffer, offset, count);
    for (let i = 0; i < count; i += 3) {
      let corners = [...order.subarray(i, i + 3)].map((vertex) => toPixels(places.getFloat32(vertex * stride, true), places.getFloat32(vertex * stride + 4, true)));
      for (const [axis, at, sign] of edges) corners = cut(corners, axis, at, sign);
      frame.filled += area(corners);
    }
  });

  const request = window.requestAnimationFrame.bind(window);
  window.requestAnimationFrame = (act) =>
    request((time) => {
      frame = { filled: 0, cleared: 0 };
      act(time);
      if (frame.filled > 0) window.frames.push(frame);
      frame = undefined;
    });
}

/** {filled, cleared} of the frames of a short drag, one by one. */
export async function fillOfDrag(page, slider) {
  await page.mouse.move(slider.left + 20, slider.y);
  await page.mouse.down();
  await page.evaluate(() => (window.frames = []));
  await page.mouse.move(slider.right - 20, slider.y, { steps: 10 });
  await page.mouse.up();
  return page.evaluate(() => window.frames);
}
