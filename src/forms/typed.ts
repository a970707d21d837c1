/** What people typed into a form's inputs, made safe to read: a client can send anything. Pure. */
import { z } from "zod/v4";
import { mostTokenLength } from "./forms.js";

/** Data of a form's button: its signed id and whatever else came with it. */
export const FormData = z.looseObject({ form: z.string().max(mostTokenLength) });
export type FormData = z.infer<typeof FormData>;

/** What stands in an input, and what is wrong with it. `text` is fit to be shown in the input again. */
export interface Typed {
  text: string;
  problem?: string;
}

// Control characters but tab and line ends, and marks that turn the direction of what follows.
const unseen = /(?![\t\n])\p{Cc}|\p{Bidi_Control}|[\ufeff\ufffe\uffff]/gu;
const mention = /<\/?at\b[^<>]*>/i;

/**
 * The text of an input, trimmed, or why it cannot be taken. Empty inputs are absent or empty. `lines` lets line ends pass.
 * Formatting characters stay as they are: cards show them as plain text.
 */
export function typed(data: Record<string, unknown>, name: string, { most, lines = false }: { most: number; lines?: boolean }): Typed {
  const given = Object.hasOwn(data, name) ? data[name] : undefined;
  if (given === undefined || given === null) return { text: "" };
  if (typeof given !== "string") return { text: "", problem: "This could not be read. Please type it again." };
  const whole = given.normalize("NFC").replace(/\r\n?/g, "\n");
  const plain = whole.replace(unseen, "").replace(/\p{Surrogate}/gu, "");
  const text = (lines ? plain : plain.replace(/[\n\t]+/g, " ")).trim();
  if (text.length > most)
    return {
      text: text.slice(0, most).replace(/[\ud800-\udbff]$/, ""),
      problem: `This is too long: at most ${most.toLocaleString("en-GB")} characters fit. The end was cut off here.`,
    };
  if (plain.length < whole.length) return { text, problem: "There were hidden characters in this, which I have taken out. Please check it." };
  if (mention.test(text)) return { text, problem: "Please take out <at>: nobody is notified from here." };
  return { text };
}
