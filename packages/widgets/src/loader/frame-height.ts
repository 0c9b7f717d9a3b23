/** How high a frame's page is, in CSS pixels. */
export interface HeightMessage {
  readonly yeelenHeight: number;
}

const LOWEST = 80;
const HIGHEST = 4000;

export function heightMessage(height: number): HeightMessage {
  return { yeelenHeight: Math.ceil(height) };
}

/** The height a message asks for, within bounds; null unless its shape is right. */
export function heightOf(message: unknown): number | null {
  if (typeof message !== "object" || message === null || Object.keys(message).length !== 1) return null;
  const { yeelenHeight: height } = message as Partial<HeightMessage>;
  if (typeof height !== "number" || !Number.isFinite(height)) return null;
  return Math.min(HIGHEST, Math.max(LOWEST, Math.ceil(height)));
}

/**
 * Gives the figures' frames of a page the height their content has. A message counts if it comes from the window of one of
 * these frames, from that frame's own origin, and is a height; all it can do is set one, within bounds.
 */
export function fitFrames(page: Window): void {
  page.addEventListener("message", ({ data, origin, source }) => {
    const height = heightOf(data);
    if (height === null) return;
    for (const frame of page.document.querySelectorAll<HTMLIFrameElement>("iframe[data-yeelen]"))
      if (frame.contentWindow === source && new URL(frame.src).origin === origin)
        frame.style.height = `${height}px`;
  });
}
