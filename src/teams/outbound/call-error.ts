/** A call to the channel that was refused or not answered. Its message never quotes an address, an id or a token. */
export class CallError extends Error {
  override name = "CallError";
  /** The HTTP status; none when no answer came. */
  readonly statusCode?: number;
  /** The most particular code there is: the channel's own ("ConversationBlockedByUser", "MessageWritesBlocked", "209"), else the socket's ("ECONNRESET"). */
  readonly code?: string;
  /** All codes of the answer, from the outermost to the innermost. */
  readonly codes: readonly string[];
  /** How long the channel asks to wait before the next attempt. */
  readonly retryAfterMs?: number;
  /** Whether any byte of the request may have gone out. When it has not, repeating is safe whatever the call was. */
  readonly sent: boolean;

  constructor(message: string, { statusCode, codes = [], retryAfterMs, sent }: Pick<CallError, "statusCode" | "retryAfterMs" | "sent"> & { codes?: string[] }) {
    super(message);
    this.statusCode = statusCode;
    this.codes = codes;
    this.code = codes.at(-1);
    this.retryAfterMs = retryAfterMs;
    this.sent = sent;
  }
}

/** Answers that the same call would get again. 401 is none: the token is made anew. */
const LASTING = new Set([400, 403, 404, 413]);

/** Whether the channel would say the same again. */
export const isLasting = ({ statusCode }: CallError): boolean => statusCode !== undefined && LASTING.has(statusCode);

/** An error status of the channel, with its codes and how long it asks to wait. The request arrived, so `sent` is true. */
export const refusalOf = (status: number, headers: Record<string, unknown>, body: Buffer): CallError =>
  new CallError(`The channel answered ${status}`, {
    statusCode: status,
    codes: codesIn(body.toString("utf8")),
    retryAfterMs: waitIn(headers["retry-after"]),
    sent: true,
  });

/** Codes are looked for this deep; the channel wraps one answer in another. */
const MOST_NESTED = 6;
const CODE_KEYS = ["code", "errorCode", "subCode"];
const INNER_KEYS = ["error", "innerHttpError", "innererror", "message", "body"];

/** `{"error":{"code":"Forbidden","message":"{\"errorCode\":209,\"message\":\"{\\\"subCode\\\":\\\"MessageWritesBlocked\\\"}\"}"}}` gives all three. */
const codesIn = (json: unknown, depth = 0): string[] => {
  const value = typeof json === "string" ? parsed(json) : json;
  if (typeof value !== "object" || value === null || depth > MOST_NESTED) return [];
  const fields = value as Record<string, unknown>;
  const here = CODE_KEYS.map((key) => fields[key]).filter((code) => typeof code === "string" || typeof code === "number");
  return [...here.map((code) => String(code).slice(0, 100)), ...INNER_KEYS.flatMap((key) => codesIn(fields[key], depth + 1))];
};

const parsed = (text: string): unknown => {
  if (!text.trimStart().startsWith("{")) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** `Retry-After` in seconds or as a date. */
const waitIn = (header: unknown): number | undefined => {
  if (typeof header !== "string" || header.trim() === "") return undefined;
  const seconds = Number(header);
  const wait = Number.isNaN(seconds) ? Date.parse(header) - Date.now() : seconds * 1_000;
  return Number.isNaN(wait) ? undefined : Math.max(0, wait);
};
