/** Stands for `$app/navigation` where components are shown outside the site: nothing is left, so nothing moves. */
export async function goto(): Promise<void> {}
export function afterNavigate(): void {}
export function beforeNavigate(): void {}
export function replaceState(): void {}
