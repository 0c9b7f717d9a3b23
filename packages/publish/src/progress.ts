import type { Io } from "./io.ts";

export interface Progress {
  say(doing: string): void;
  /** Takes away what stood there, for what comes of it. */
  end(): void;
}

/**
 * How far a command is, on one line that a terminal writes over; nothing on a pipe, unless the program behind it asks for
 * a line each time (`YEELEN_PROGRESS=lines`, as `npm start` does, which shows the last of them).
 */
export function progressOn({ stderr, env }: Io): Progress {
  const started = performance.now();
  if (stderr.isTTY)
    return {
      say: (doing) =>
        void stderr.write(
          `\r\u001b[2K${((performance.now() - started) / 1000).toFixed(0).padStart(4)} s  ${doing} …`,
        ),
      end: () => void stderr.write("\r\u001b[2K"),
    };
  if (env.YEELEN_PROGRESS === "lines")
    return { say: (doing) => void stderr.write(`${doing}\n`), end: () => {} };
  return { say: () => {}, end: () => {} };
}
