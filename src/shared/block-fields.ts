/** Where blocks of one card are filled in each for itself, their inputs are called apart, and what is pressed in one takes its own. Pure. */
import { z } from "zod/v4";
import type { DigestBlock, FormInput, FormPart } from "./form-views.js";

const Pressed = z.looseObject({ block: z.number().int().min(0).max(99) });

const prefixOf = (block: number): string => `block${block}_`;

/** The block with its inputs under names of its own, as its presses say. */
export function withOwnFields<B extends DigestBlock>(block: B, number: number): B {
  const renamed = (input: FormInput): FormInput => ({ ...input, name: `${prefixOf(number)}${input.name}` });
  const part = (one: FormPart): FormPart => ({
    ...one,
    inputs: one.inputs.map(renamed),
    ...(one.more && { more: { ...one.more, inputs: one.more.inputs.map(renamed) } }),
  });
  return { ...block, parts: block.parts.map(part), presses: block.presses.map((press) => ({ ...press, data: { ...press.data, block: number } })) };
}

/** What a press sent, as if its block had been alone on the card; anything else as it is. */
export function ownFields(data: unknown): unknown {
  const pressed = Pressed.safeParse(data);
  if (!pressed.success) return data;
  const { block, ...rest } = pressed.data;
  const own = prefixOf(block);
  return Object.fromEntries(
    Object.entries(rest).flatMap(([name, value]) => {
      if (name.startsWith(own)) return [[name.slice(own.length), value]];
      return /^block\d{1,2}_/.test(name) ? [] : [[name, value]];
    }),
  );
}
