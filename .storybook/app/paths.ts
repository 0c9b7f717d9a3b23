/** Stands for `$app/paths` where components are shown outside the site: every address leads below the root. */
export function resolve(path: string): string {
  return path;
}
