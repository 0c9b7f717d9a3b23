/** Path data through points, in pixels to a hundredth. */
export function pathData(points: readonly { readonly x: number; readonly y: number }[]): string {
  return points.map(({ x, y }, index) => `${index === 0 ? "M" : "L"}${round(x)} ${round(y)}`).join("");
}

export function round(value: number): number {
  return Math.round(value * 100) / 100;
}
