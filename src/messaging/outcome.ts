/** What the channel's answer to one attempt means. Pure. */

/** What an error of sending may carry; see the room that sends. */
interface SendFault {
  statusCode?: unknown;
  /** The channel's own code ("ConversationBlockedByUser") or the system's ("ECONNREFUSED"). */
  code?: unknown;
  /** All of the channel's codes, where it gives several. */
  codes?: unknown;
  retryAfterMs?: unknown;
  /** Without an answer: whether the bytes had gone out. */
  sent?: unknown;
}

export type Outcome =
  | { state: "refused"; why: string; place: "gone" | "blocked" }
  /** It did not arrive for certain, and may be tried again after a while. */
  | { state: "again"; why: string; afterMs: number }
  | { state: "unknown"; why: string };

const secondMs = 1_000;
const neverOut = new Set(["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN", "EHOSTUNREACH", "ENETUNREACH", "UND_ERR_CONNECT_TIMEOUT"]);

const blockedWords: Record<string, string> = {
  ConversationBlockedByUser: "They have blocked Waymark in Teams.",
  BotDisabledByAdmin: "Waymark is switched off for them by the Teams administrator.",
  BotNotInConversationRoster: "Waymark is no longer installed for them.",
  ForbiddenOperationException: "Teams does not let Waymark write to them.",
  MessageWritesBlocked: "They have blocked Waymark in Teams.",
  "209": "They have blocked Waymark in Teams.",
};

/** What to do after a failed attempt: try again (when), give up, or leave it as unknown because it may have arrived. */
export function outcomeOf(error: unknown, tries: number): Outcome {
  const { statusCode, code, codes, retryAfterMs, sent } = (typeof error === "object" && error !== null ? error : {}) as SendFault;
  if (typeof statusCode !== "number") {
    const never = sent === false || (sent === undefined && typeof code === "string" && neverOut.has(code));
    if (never) return { state: "again", why: "Teams could not be reached.", afterMs: 30 * secondMs };
    return { state: "unknown", why: "Teams did not answer, so it may have arrived or not." };
  }
  // After what it says; else longer each time.
  const patience = Math.min(2 ** tries, 60) * secondMs;
  if (statusCode === 429)
    return { state: "again", why: "Teams asked to wait.", afterMs: typeof retryAfterMs === "number" ? Math.max(retryAfterMs, 0) : patience };
  if (statusCode === 412) return { state: "again", why: "Teams was busy with this conversation.", afterMs: patience };
  // Our own registration is at fault, and nobody's conversation.
  if (statusCode === 401) return { state: "again", why: "Teams did not accept the bot's registration.", afterMs: 60 * secondMs };
  if (statusCode === 408 || statusCode >= 500 || statusCode < 400)
    return { state: "unknown", why: `Teams answered with an error (${statusCode}), so it may have arrived or not.` };
  if (statusCode === 404) return { state: "refused", why: "Their conversation with Waymark is gone.", place: "gone" };
  const all = [code, ...(Array.isArray(codes) ? codes : [])].filter((one) => typeof one === "string");
  const known = all.map((one) => blockedWords[one]).find(Boolean);
  return { state: "refused", why: known ?? `Teams refused it (${statusCode}).`, place: "blocked" };
}
