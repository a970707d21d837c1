/** Texts that are, word for word, an example of an intent. Pure. */
import { INTENTS, type Intent } from "../intents/index.js";
import { plainWords } from "./words.js";

const endless = (text: string): string => text.replace(/[ ?!.]+$/, "");

const intentsByText = new Map<string, Set<string>>();
for (const { name, examples } of INTENTS as readonly Intent[])
  for (const example of examples) {
    if (example.includes("{")) continue;
    const text = endless(plainWords(example).join(" "));
    intentsByText.set(text, (intentsByText.get(text) ?? new Set()).add(name));
  }

/** Whether it is an example of that intent and of no other; examples that name a part of the plan are left out. */
export function isExampleOf(intent: string, text: string): boolean {
  const intents = intentsByText.get(endless(text));
  return intents?.size === 1 && intents.has(intent);
}
