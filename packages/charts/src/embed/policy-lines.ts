/** What a page's Content-Security-Policy must allow for each form of a figure; nothing else is needed. */
export function policyLines(host: string): string {
  const { origin } = new URL(host);
  return [
    `# the element: script-src ${origin}; connect-src ${origin}`,
    `# the frame:   frame-src ${origin}`,
    `# the image:   img-src ${origin}`,
    `Content-Security-Policy: script-src ${origin}; connect-src ${origin}`,
    "",
  ].join("\n");
}
