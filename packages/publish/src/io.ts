/** Where a command's words go and where its paths start: the process, or a test's own. */
export interface Io {
  readonly stdout: Output;
  readonly stderr: Output;
  readonly cwd: () => string;
  readonly env: Readonly<Record<string, string | undefined>>;
}

export interface Output {
  write(text: string): unknown;
  /** True where a person watches: progress is shown there and nowhere else. */
  readonly isTTY?: boolean;
  on?(event: "error", listener: (error: NodeJS.ErrnoException) => void): unknown;
}
