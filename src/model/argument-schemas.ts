/** What a model may be asked for of an intent: its arguments as JSON Schema, each with what kind of thing it is. Derived from the intent's own schema. */
import { z } from "zod/v4";
import { INTENTS, type Intent } from "../intents/index.js";
import { Carried, ItemId, Person, Scope, VersionName, Window } from "../request/args.js";

/** What is not of the model's making: it is looked up in the plan, reckoned, or has to stand in the message word for word. */
export type Kind = "item" | "scope" | "person" | "window" | "stage" | "quote";

export interface ArgumentSchema {
  kind?: Kind;
  type?: string;
  description?: string;
  enum?: unknown[];
  format?: string;
  pattern?: string;
  properties?: Record<string, ArgumentSchema>;
  required?: string[];
  items?: ArgumentSchema;
}

export interface Choosable {
  intent: Intent;
  properties: Record<string, ArgumentSchema>;
  required: readonly string[];
}

const kinds: ReadonlyMap<unknown, Kind> = new Map<unknown, Kind>([
  [ItemId, "item"],
  [Scope, "scope"],
  [Person, "person"],
  [Window, "window"],
  [VersionName, "quote"],
]);
/** Arguments that are set here and never by a model. */
const own = new Set(Object.keys(Carried));

function choosable(intent: Intent): Choosable {
  const { properties = {}, required = [] } = z.toJSONSchema(intent.args, {
    io: "input",
    override: ({ zodSchema, jsonSchema }) => {
      const kind = kinds.get(zodSchema);
      if (kind) Object.assign(jsonSchema, { kind });
    },
  }) as ArgumentSchema;
  const offered = Object.entries(properties).filter(([name]) => !own.has(name));
  return { intent, properties: Object.fromEntries(offered.map(([name, schema]) => [name, marked(schema, name)])), required };
}

/** A string that nothing else is known of is somebody's own words. */
function marked(schema: ArgumentSchema, name: string): ArgumentSchema {
  if (schema.kind) return schema;
  if (schema.type === "array" && schema.items) return { ...schema, items: marked(schema.items, name) };
  if (schema.type === "object" && schema.properties)
    return { ...schema, properties: Object.fromEntries(Object.entries(schema.properties).map(([key, inner]) => [key, marked(inner, key)])) };
  if (schema.type !== "string" || schema.enum || schema.format || schema.pattern) return schema;
  return { ...schema, kind: name === "label" ? "stage" : "quote" };
}

/** Every intent that people may ask for, in the order of the registry. */
export const CHOOSABLE: ReadonlyMap<string, Choosable> = new Map(
  (INTENTS as readonly Intent[]).filter(({ traits }) => !traits.internal).map((intent) => [intent.name, choosable(intent)]),
);
