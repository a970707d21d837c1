/** The door in front of the adapter: size, JSON, depth and shape of what was posted, before anything else looks at it; then who sent it. */
import type { IncomingMessage } from "node:http";
import type { Activity } from "botbuilder";
import { z } from "zod/v4";
import type { Logger } from "../shared/logger.js";
import type { Passes, VerifiedToken } from "./auth/verify-token.js";

const MOST_BYTES = 256 * 1024;
/** What is read and thrown away of a body that is too large, so that the sender hears the refusal instead of a broken pipe. */
const MOST_DRAINED_BYTES = 4 * 1024 * 1024;
const MOST_DEPTH = 32;

/** What a clock of this age may show; days before and after it cannot be counted on from. */
const age = { from: Date.parse("1970-01-01"), until: Date.parse("9000-01-01") };
/** One of another age counts as not said. */
const instant = z
  .string()
  .max(64)
  .refine((text) => !Number.isNaN(Date.parse(text)), "no date")
  .transform((text) => (Date.parse(text) >= age.from && Date.parse(text) < age.until ? new Date(text) : undefined));
/** Half a character cannot be written into an address, and a way up leads out of it. */
const id = z
  .string()
  .min(1)
  .max(2048)
  .refine((text) => !/\p{Surrogate}|^\.{1,2}$/u.test(text), "no part of an address");
const account = z.looseObject({ id, name: z.string().nullish(), aadObjectId: z.string().nullish() });
const webAddress = z
  .string()
  .max(2048)
  .refine((text) => /^https?:/i.test(text) && URL.canParse(text), "no web address");

/** What a client got wrong in a field that it may leave out counts as left out: a person hears an answer all the same. */
const lenient = <T extends z.ZodType>(field: T) => field.optional().catch(undefined);

/** What the SDK and this room rely on; every other field passes as it came. A null at the top level counts as absent. */
const IncomingActivity = z.looseObject({
  // Some clients write it with a capital.
  type: z
    .string()
    .min(1)
    .max(100)
    .transform((type) => type.charAt(0).toLowerCase() + type.slice(1)),
  id: id.optional(),
  name: lenient(z.string()),
  text: lenient(z.string()),
  timestamp: lenient(instant),
  localTimestamp: lenient(instant),
  expiration: lenient(instant),
  channelId: id,
  serviceUrl: webAddress,
  from: account,
  recipient: account,
  conversation: z.looseObject({ id }),
  entities: lenient(z.array(z.looseObject({ type: z.string().nullish() }))),
  attachments: lenient(z.array(z.looseObject({}))),
  deliveryMode: lenient(z.string()),
});

/** An activity fit for the adapter and who sent it, or the HTTP status of the refusal (always with an empty body). */
export type Admission = { activity: Activity; pass: VerifiedToken } | { refusal: 400 | 401 | 403 | 413 | 503 };

export interface GateRules {
  /** Who an activity is from, by the token that came with it. */
  passes: Passes;
  log: Logger;
}

/** Reads and checks a request before anything else sees it: size, JSON, shape, token, tenant. What is refused gets a status and nothing more. */
export const admit = async (request: IncomingMessage, { passes, log }: GateRules): Promise<Admission> => {
  // Browsers say so, and the channel is none: without a registration any page on this machine could speak for anybody.
  if (request.headers.origin !== undefined) return { refusal: 403 };
  const body = await readBody(request);
  if (body === undefined) return { refusal: 413 };
  const json = parse(body);
  if (json === undefined || !isPlain(json)) return { refusal: 400 };
  const shape = IncomingActivity.safeParse(withoutNulls(json));
  if (!shape.success) return { refusal: 400 };
  const activity = shape.data as unknown as Activity;
  const pass = await passes(request.headers.authorization ?? "", activity);
  if (!("refusal" in pass)) return { activity, pass };
  complain(log, pass.why);
  return { refusal: pass.refusal };
};

const COMPLAIN_EVERY_MS = 1_000;
let complainedAt = Number.NEGATIVE_INFINITY;
let unsaid = 0;

/** A flood of forged tokens is a line a second. */
const complain = (log: Logger, reason: string): void => {
  unsaid++;
  if (performance.now() - complainedAt < COMPLAIN_EVERY_MS) return;
  complainedAt = performance.now();
  log.warn({ reason, times: unsaid }, "sender refused");
  unsaid = 0;
};

/** By events: walking over a stream costs a good part of what a short body takes. Rejects when the sender hangs up half-way. */
const readBody = (request: IncomingMessage): Promise<Buffer | undefined> =>
  new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    request.on("data", (chunk: Buffer) => {
      size += chunk.length;
      if (size <= MOST_BYTES) chunks.push(chunk);
      if (size > MOST_DRAINED_BYTES) {
        resolve(undefined);
        request.destroy();
      }
    });
    request.once("end", () => resolve(size > MOST_BYTES ? undefined : Buffer.concat(chunks)));
    request.once("error", reject);
    request.once("close", () => reject(new Error("The sender hung up")));
  });

const decoder = new TextDecoder("utf-8", { fatal: true });

const parse = (body: Buffer): unknown => {
  try {
    return JSON.parse(decoder.decode(body));
  } catch {
    return undefined;
  }
};

/**
 * Not nested too deep, and without fields that would be taken for what all objects have: they would stand behind those that
 * were looked at. Walks level by level instead of calling itself, so that no nesting exhausts the stack, and over what can hold
 * more alone, so that 256 KB of it take no longer than to be read.
 */
const isPlain = (json: unknown): boolean => {
  let level = [json].filter(isObject);
  for (let depth = 0; level.length > 0; depth++) {
    if (depth >= MOST_DEPTH) return false;
    const next: object[] = [];
    for (const value of level) {
      if (Object.hasOwn(value, "__proto__")) return false;
      for (const inner of Array.isArray(value) ? value : Object.values(value)) if (isObject(inner)) next.push(inner);
    }
    level = next;
  }
  return true;
};

const isObject = (value: unknown): value is object => typeof value === "object" && value !== null;

const withoutNulls = (json: unknown): unknown => {
  if (typeof json !== "object" || json === null || Array.isArray(json)) return json;
  return Object.fromEntries(Object.entries(json).filter(([, value]) => value !== null));
};
