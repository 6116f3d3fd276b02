// Which part of a diagram is seen.

/** Shows a diagram from its left end beside the palette, in the middle of the height. */
function show(canvas, scaled) {
  const { inner, outer } = canvas.viewbox();
  const scale = scaled(Math.min(1, (outer.width - 150) / inner.width, (outer.height - 60) / inner.height));
  canvas.viewbox({
    x: inner.x - 130 / scale,
    y: inner.y - Math.max(20, (outer.height / scale - inner.height) / 2),
    width: outer.width / scale,
    height: outer.height / scale
  });
}

/** The whole of it. */
export function whole(canvas) {
  show(canvas, (fit) => fit);
}

/** A wide diagram begins large enough to read. */
export function readable(canvas) {
  show(canvas, (fit) => (fit < 0.7 ? Math.min(0.8, Math.max(0.6, fit)) : fit));
}
