import type { z } from "zod/v4";
import { intentNamed } from "./find-intent.js";
import type { INTENTS } from "./registry.js";

type Registered = (typeof INTENTS)[number];
type InputOf<One> = One extends { args: infer Args extends z.ZodType } ? z.input<Args> : never;
type KeysOf<Args> = Args extends unknown ? keyof Args : never;

export type IntentName = Registered["name"];

/** Arguments of one intent, as its schema takes them. */
export type ArgsOf<Name extends IntentName> = InputOf<Extract<Registered, { name: Name }>>;

/** Every argument that any intent has. */
type ArgName = KeysOf<InputOf<Registered>>;

/**
 * An intent and its arguments, as understood from a text (or by a model). One of all there are: a wrong argument does not compile.
 * Arguments that only other intents have are never there, so that they may be looked for.
 */
export type Interpretation = {
  [Name in IntentName]: { question: Name; args: ArgsOf<Name> & { [Other in Exclude<ArgName, keyof ArgsOf<Name>>]?: undefined } };
}[IntentName];

/** What came from outside as an interpretation; nothing when there is no such intent or the arguments do not fit it. */
export function interpretationOf(question: string, args: unknown): Interpretation | undefined {
  const read = intentNamed(question)?.args.safeParse(args);
  return read?.success ? ({ question, args: read.data } as Interpretation) : undefined;
}
