export { run, type ExitCode } from "./cli.ts";
export { InputError, Refusal } from "./errors.ts";
export type { Io, Output } from "./io.ts";
