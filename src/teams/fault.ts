/** Errors whose messages are ours or the language's; others may quote what people wrote, an address or a token. */
const QUOTABLE = new Set(["Error", "TypeError", "RangeError", "ReferenceError"]);

export interface Fault {
  name: string;
  message?: string;
  code?: string;
  status?: number;
  stack?: string[];
}

/** What of an error may stand in the log: where it happened and of what kind, never what was said. */
export const faultOf = (error: unknown): Fault => {
  if (!(error instanceof Error)) return { name: typeof error };
  const { code, statusCode } = error as { code?: unknown; statusCode?: unknown };
  const frames = error.stack?.split("\n").filter((line) => /^\s+at /.test(line));
  return {
    name: error.name,
    message: QUOTABLE.has(error.name) ? error.message : undefined,
    code: typeof code === "string" ? code : undefined,
    status: typeof statusCode === "number" ? statusCode : undefined,
    stack: frames?.slice(0, 8).map((line) => line.trim()),
  };
};
