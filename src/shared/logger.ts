/** The log: JSON lines with fixed messages, and with variables as fields. Never message text, figures, names, tokens or connection strings. */
import { pino } from "pino";
import { faultOf } from "./fault.js";

/** The message is always the same words; what differs is in the fields. An error as a field is reduced to its kind and place. */
interface Say {
  (message: string): void;
  (fields: Record<string, unknown>, message: string): void;
}

/** ERROR is a bug or lost work, WARN healed itself. */
export interface Logger {
  debug: Say;
  info: Say;
  warn: Say;
  error: Say;
  child(fields: Record<string, unknown>): Logger;
}

/** Each takes one line, whole. */
export interface LinesTo {
  write(line: string): void;
}

/** Lines go to stderr (stdout belongs to what a command was asked to print), written before the call returns, so that a crash loses none. */
export const createLogger = (level: string, to: LinesTo = pino.destination({ dest: 2, sync: true })): Logger =>
  pino(
    {
      level,
      base: undefined,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: {
        level: (label) => ({ level: label }),
        log: (fields) => safe(fields) as Record<string, unknown>,
        bindings: (fields) => safe(fields) as object,
      },
      serializers: { err: (error: unknown) => error },
    },
    to,
  );

const longest = 300;
const deepest = 6;

/** The last line of defence, for what nobody thought of: errors are reduced, and what looks like an address, a token or a secret in a string is taken out. */
const safe = (value: unknown, depth = 0): unknown => {
  if (value instanceof Error) return faultOf(value);
  if (typeof value === "string") return masked(value);
  if (typeof value !== "object" || value === null || value instanceof Date) return value;
  if (depth >= deepest) return "…";
  if (Array.isArray(value)) return value.map((one) => safe(one, depth + 1));
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [masked(name), safe(inner, depth + 1)]));
};

const telling = [
  // user:password@ of any address
  /\b[a-z][a-z0-9+.-]*:\/\/[^\s/@]+@[^\s"']*/gi,
  /[\w.+'-]+@[\w-]+[^\s<>"'()]*/g,
  /\beyJ[\w-]+(?:\.[\w-]*)*/g,
  /\b(?:bearer|basic)\s+\S+/gi,
];

const masked = (text: string): string => {
  const clean = telling.reduce((rest, pattern) => rest.replace(pattern, "[hidden]"), text.slice(0, longest));
  return text.length > longest ? `${clean}…` : clean;
};
