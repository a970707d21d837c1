/** What a text is understood as, without what is offered beside the answer. */
import { type Context, understand } from "../../src/nlu/index.js";
import type { Reading } from "../../src/questions/desk.js";

export const understood = (text: string, context: Context): Reading[] =>
  understand(text, context).map(({ question, args: { instead: _, ...args } }) => ({ question, args }) as Reading);
