/** What of an error may stand in the log: its kind and where it happened, never what it says. */
export interface Fault {
  name: string;
  /** The beginning of a message that the language itself gives, without what it quotes. */
  kind?: string;
  code?: string | number;
  status?: number;
  /** "openDesk dist/main.js:12:7", innermost first. */
  stack?: string[];
  cause?: Fault;
}

const mostFrames = 8;
const mostCauses = 3;
/** A word that names a kind of error: "ECONNREFUSED", "ForbiddenOperationException", "209". */
const word = /^(?:[A-Za-z][\w.-]{0,63}|\d{1,5})$/;

/** Messages quote what people wrote, addresses and keys, also those of our own libraries; these are the language's, up to where they begin to quote. */
const sayings = [
  "Cannot read properties of undefined",
  "Cannot read properties of null",
  "Cannot set properties of undefined",
  "Cannot set properties of null",
  "is not a function",
  "is not iterable",
  "is not a constructor",
  "Maximum call stack size exceeded",
  "Invalid URL",
  "Invalid time value",
  "Invalid time zone specified",
  "Invalid array length",
  "Invalid string length",
];

/** Anything can be thrown, so anything is taken. */
export const faultOf = (error: unknown, causes = mostCauses): Fault => {
  if (!(error instanceof Error)) return { name: error === null ? "null" : typeof error };
  const { code, statusCode, cause } = error as Error & { code?: string | number; statusCode?: number };
  const fault: Fault = { name: word.test(error.name) ? error.name : "Error" };
  const kind = sayings.find((saying) => error.message.includes(saying));
  if (kind) fault.kind = kind;
  if (Number.isInteger(code) || (typeof code === "string" && word.test(code))) fault.code = code;
  if (Number.isInteger(statusCode)) fault.status = statusCode;
  const stack = framesOf(error);
  if (stack.length > 0) fault.stack = stack;
  if (cause !== undefined && causes > 0) fault.cause = faultOf(cause, causes - 1);
  return fault;
};

/** The message stands in front of the frames and may have lines that look like some. */
const framesOf = ({ stack = "", message }: Error): string[] => {
  const from = message ? stack.indexOf(message) : 0;
  if (from < 0) return [];
  const lines = stack.slice(from + message.length).split("\n");
  return lines.flatMap((line) => frameOf(line) ?? []).slice(0, mostFrames);
};

/** Names of functions may be made from data; only those that look written are kept. */
const frameOf = (line: string): string | undefined => {
  const [, called = "", file, place] = /^ {4}at (?:(.*) \()?(?:file:\/\/)?([^()\s]+?):(\d+:\d+)\)?$/.exec(line) ?? [];
  if (!file) return undefined;
  const where = `${file.split(/[/\\]/).slice(-3).join("/")}:${place}`;
  return /^(?:async |new ){0,2}[\w$.<>]{1,80}(?: \[as \w{1,40}\])?$/.test(called) ? `${called} ${where}` : where;
};
