/** What a file says, as JSON: it may be large, so whoever keeps it carries it whole, and only the thread that reads looks into it. */
import { z } from "zod/v4";
import type { Source } from "./readers/source.js";

export type SourceText = string;

const KeptParagraph = z.object({
  text: z.string(),
  listed: z.boolean(),
  number: z.string().optional(),
  level: z.number().optional(),
  bold: z.boolean().optional(),
});
const KeptCell = z.object({ paragraphs: z.array(KeptParagraph), span: z.number(), above: z.boolean().optional(), fill: z.string().optional() });

const KeptSource = z.object({
  name: z.string(),
  format: z.enum(["text", "docx", "xlsx", "csv", "pdf"]),
  text: z.string(),
  blocks: z.array(
    z.discriminatedUnion("type", [
      z.object({ type: z.literal("line"), where: z.string(), paragraph: KeptParagraph }),
      z.object({ type: z.literal("row"), where: z.string(), table: z.string(), cells: z.array(KeptCell) }),
    ]),
  ),
  look: z.array(z.object({ id: z.string(), why: z.string(), kind: z.literal("unread") })),
});

/** What a file says as one text, to be kept or passed to a thread. */
export const sourceText = (source: Source): SourceText => JSON.stringify(source);
/** The way back. Throws when the text is none of sourceText's. */
export const sourceIn = (text: SourceText): Source => KeptSource.parse(JSON.parse(text));
