/** Copying for a reader: what was copied last, or what the browser did not let the page copy. */
export class Copying {
  /** What was copied; null for nothing since the page stands as it does. */
  copied = $state<string | null>(null);
  /** What must be copied by hand; null for nothing. */
  refused = $state<string | null>(null);

  /** A browser may have no clipboard, keep it, or ask its reader, who may refuse. */
  async copy(text: string): Promise<void> {
    this.forget();
    try {
      await navigator.clipboard.writeText(text);
      this.copied = text;
    } catch {
      this.refused = text;
    }
  }

  forget(): void {
    this.copied = null;
    this.refused = null;
  }
}
