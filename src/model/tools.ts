/** The intents as tools that a model chooses from, in strict JSON Schema: every property there, no others, and only keywords that all servers take. */
import type { ChatCompletionTool } from "openai/resources/chat/completions.js";
import { type ArgumentSchema, CHOOSABLE, type Choosable } from "./argument-schemas.js";

/** Chosen where no intent fits. */
export const NONE_OF_THESE = "none_of_these";

/** Chosen where it may be one of a few things of the plan: the bot asks which. */
export const ASK_WHICH = "ask_which";

type Strict = Record<string, unknown>;

const nullable = (strict: Strict): Strict => {
  if (strict.type === "object") return { anyOf: [strict, { type: "null" }] };
  return { ...strict, type: [strict.type, "null"], ...(Array.isArray(strict.enum) && { enum: [...strict.enum, null] }) };
};

const objectOf = (properties: Record<string, ArgumentSchema>, required: readonly string[]): Strict => ({
  type: "object",
  properties: Object.fromEntries(
    Object.entries(properties).map(([name, schema]) => [name, required.includes(name) ? strictOf(schema) : nullable(strictOf(schema))]),
  ),
  required: Object.keys(properties),
  additionalProperties: false,
});

const day = { type: "string" };
const span: Strict = { type: "object", properties: { from: day, to: day }, required: ["from", "to"], additionalProperties: false };

function strictOf({ kind, type, description, enum: values, properties, required = [], items }: ArgumentSchema): Strict {
  const said = description && { description };
  if (kind === "window") return span;
  if (properties) return { ...objectOf(properties, required), ...said };
  if (items) return { type: "array", items: strictOf(items), ...said };
  return { type: type ?? "string", ...(values && { enum: values }), ...said };
}

const toolOf = ({ intent, properties, required }: Choosable): ChatCompletionTool => ({
  type: "function",
  function: { name: intent.name, description: intent.about, strict: true, parameters: objectOf(properties, required) },
});

const none: ChatCompletionTool = {
  type: "function",
  function: {
    name: NONE_OF_THESE,
    description: "Nothing else fits, or nobody could tell what is asked",
    strict: true,
    parameters: objectOf({ understood: { type: "string", description: "What was understood, in a few words" } }, ["understood"]),
  },
};

const which: ChatCompletionTool = {
  type: "function",
  function: {
    name: ASK_WHICH,
    description: "Two to four things of the plan fit the words equally well, and only one can be meant: asks which",
    strict: true,
    parameters: objectOf({ ids: { type: "array", items: { type: "string" } } }, ["ids"]),
  },
};

/** Always the same, so that a server may keep what it worked out of them. */
export const TOOLS: readonly ChatCompletionTool[] = [...[...CHOOSABLE.values()].map(toolOf), which, none];
