/** What of a browser decides whether the engine can run; a test gives its own. */
export interface Environment {
  readonly WebAssembly?: unknown;
  readonly Worker?: unknown;
  readonly navigator?:
    | undefined
    | {
        /** Gigabytes, rounded; not every browser tells. */
        readonly deviceMemory?: number | undefined;
        readonly connection?: { readonly saveData?: boolean | undefined } | undefined;
      };
}

const leastMemory = 1;

/** The page that the code runs in. */
export function here(): Environment {
  const { WebAssembly, Worker, navigator } = globalThis as Environment;
  return { WebAssembly, Worker, navigator };
}

/** Why the engine should not be started here, in words for the reader; nothing if it may. */
export function reasonAgainst(environment: Environment): string | undefined {
  if (environment.navigator?.connection?.saveData && !unable(environment))
    return "the reader asked to save data, and the engine weighs some 8 MB";
  return unable(environment);
}

/** Why the engine cannot run here, whatever the reader wishes; nothing if it can. */
export function unable({ WebAssembly, Worker, navigator }: Environment): string | undefined {
  if (!WebAssembly) return "this browser has no WebAssembly";
  if (!Worker) return "this browser has no workers";
  if (navigator?.deviceMemory !== undefined && navigator.deviceMemory < leastMemory)
    return `this device has ${navigator.deviceMemory} GB of memory, and the engine needs ${leastMemory} GB`;
  return undefined;
}
