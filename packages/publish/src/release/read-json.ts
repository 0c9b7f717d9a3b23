import type { z } from "zod";
import { InputError } from "../errors.ts";
import { readBytes } from "../tables/open-file.ts";

/** Reads a JSON file that must fit `schema`; `name` is what errors call it. Throws `InputError`. */
export async function readJson<Schema extends z.ZodType>(
  path: string,
  schema: Schema,
  name: string,
): Promise<z.infer<Schema>> {
  const parsed = schema.safeParse(parse(await readText(path, name), name));
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new InputError(`${name}: field ${issue?.path.join(".") || "(root)"}: ${issue?.message}`, {
    cause: parsed.error,
  });
}

/** Reads a UTF-8 text file, a byte order mark left out. Throws `InputError` naming the file and what was expected. */
export async function readText(path: string, name: string): Promise<string> {
  const bytes = await readBytes(path, name);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new InputError(`${name}: expected UTF-8 text; save it again as UTF-8`, { cause });
  }
}

function parse(text: string, name: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new InputError(`${name}: not JSON: ${(cause as Error).message}`, { cause });
  }
}
