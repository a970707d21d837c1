/** Whether a text leans on the turn before: what it asks without that would be something else. Pure. */
import { isDeepStrictEqual } from "node:util";
import { type Context, understand } from "./understand.js";
import { plainWords } from "./words.js";

const begins = /^(?:and|also|then|so|but|or|plus|what about|how about|what of|same for|as well as)\b/;
/** Nothing but an id: "2.4?" */
const bareId = /^[\p{L}]?\d[\p{L}\d.]*(?: [?.!])*$/u;

/** Whether a text means something else after the turn before than it does alone ("and 2.4?"). */
export function leans(text: string, context: Context): boolean {
  if (!context.before.length) return false;
  const line = plainWords(text).join(" ");
  if (begins.test(line) || bareId.test(line)) return true;
  return !isDeepStrictEqual(understand(text, context), understand(text, { ...context, before: [] }));
}

/** Nothing of its own: "and?", "what about", or no words at all. */
export const asksTheSame = (text: string): boolean =>
  /^(?:and|also|then|so|but|or|what about|how about|what of|the same|same|ok|please|[?.!,]| )*$/.test(plainWords(text).join(" "));
