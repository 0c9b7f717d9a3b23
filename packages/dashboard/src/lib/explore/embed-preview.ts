/** What a preview tells the page around it: how high it is, and whether its script runs. */
export interface PreviewMessage {
  readonly preview: "height" | "ready" | "failed";
  readonly height?: number;
  readonly problem?: string;
}

/**
 * A page of nobody's that holds the very lines to paste. It belongs in a frame with `sandbox="allow-scripts"`, which gives
 * it an origin of its own: it reads scripts and figures as a stranger's page does.
 */
export function previewPage(lines: string, theme: "auto" | "light" | "dark"): string {
  const scheme = theme === "auto" ? "light dark" : theme;
  return `<!doctype html><html><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="${scheme}"><style>body{margin:16px;font:16px/1.5 system-ui,sans-serif;overflow-wrap:break-word}figure{margin:0}table{display:block;overflow:auto;font-size:14px}</style><script>${watcher}</script></head><body>${lines}</body></html>`;
}

const watcher = `
const tell = (message) => parent.postMessage(message, "*");
addEventListener("yeelen-ready", () => tell({ preview: "ready" }));
addEventListener("yeelen-error", ({ detail }) => tell({ preview: "failed", problem: String(detail && detail.message) }));
addEventListener("error", ({ target }) => target.src && tell({ preview: "failed", problem: target.src }), true);
addEventListener("DOMContentLoaded", () => new ResizeObserver(() =>
  tell({ preview: "height", height: document.documentElement.offsetHeight })).observe(document.documentElement));
`;

/** A message from a preview; null for anything else. */
export function previewMessage(message: unknown): PreviewMessage | null {
  if (typeof message !== "object" || message === null || !("preview" in message)) return null;
  const { preview, height, problem } = message as Partial<PreviewMessage>;
  if (preview === "height" && typeof height === "number")
    return { preview, height: Math.min(4000, Math.max(120, Math.ceil(height))) };
  if (preview === "ready") return { preview };
  return preview === "failed" ? { preview, problem: String(problem).slice(0, 300) } : null;
}
