/** Question sets as tables: a text with its context, and the interpretations that are right. */
import { readFileSync } from "node:fs";
import { z } from "zod/v4";

const Wanted = z.object({ intent: z.string(), window: z.object({ from: z.string(), to: z.string() }).optional() }).catchall(z.unknown());

const AskedSchema = z.object({
  id: z.string(),
  category: z.string(),
  as: z.string(),
  now: z.string(),
  history: z.array(z.string()).default([]),
  q: z.string(),
  means: z.string().optional(),
  /** Any one of these is right; each is what a message asks, in any order. Arguments that are not named do not matter. */
  wants: z.array(z.array(Wanted)).min(1),
  /** Asking back is what is wanted: one of the choices has to be right. */
  ask: z.boolean().optional(),
});

export type Wanted = z.infer<typeof Wanted>;
export type Asked = z.infer<typeof AskedSchema>;

export const askedIn = (file: string | URL): Asked[] =>
  readFileSync(file, "utf8")
    .split("\n")
    .filter(Boolean)
    .map((line) => AskedSchema.parse(JSON.parse(line)));
