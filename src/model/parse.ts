/** What a model chose, as interpretations that the built-in understanding could have given: the same schemas, ids and people of the plan, words of the message. Pure. */

import type { Unsure } from "../assistant/assistant.js";
import { type Interpretation, interpretationOf } from "../intents/index.js";
import type { PlanIndex } from "../nlu/index.js";
import type { Item } from "../plan/index.js";
import { type ArgumentSchema, CHOOSABLE, type Choosable } from "./argument-schemas.js";
import type { ToolCall } from "./client.js";
import { addressOf } from "./names.js";
import { ASK_WHICH, NONE_OF_THESE } from "./tools.js";
import { windowOf } from "./windows.js";

const MOST_CALLS = 3;
const MOST_CHOICES = 4;
/** More is no arguments. */
const MOST_ARGUMENT_LETTERS = 20_000;
const areaTypes: readonly Item["type"][] = ["theme", "priority"];
const workTypes: readonly Item["type"][] = [...areaTypes, "action"];

export type Chosen =
  | { chose: "readings"; readings: Interpretation[] }
  /** Nothing fits, by the model's own word. */
  | { chose: "none" }
  /** There is no such tool, or its arguments are none. */
  | { chose: "nothing valid" };

/** One call that is no good has all of them dropped: half an answer looks whole. */
export function chosenIn(calls: readonly ToolCall[], unsure: Unsure, planIndex: PlanIndex): Chosen {
  const some = calls.slice(0, MOST_CALLS).filter(({ name }) => name !== NONE_OF_THESE);
  if (!some.length) return { chose: calls.length ? "none" : "nothing valid" };
  const readings = some.flatMap((call) => interpretationIn(call, unsure, planIndex) ?? []);
  if (readings.length < some.length) return { chose: "nothing valid" };
  const once = new Map(readings.map((one) => [JSON.stringify(one), one]));
  return { chose: "readings", readings: [...once.values()] };
}

function interpretationIn(call: ToolCall, unsure: Unsure, planIndex: PlanIndex): Interpretation | undefined {
  if (call.name === ASK_WHICH) return askingBack(objectIn(call.arguments), planIndex);
  const tool = CHOOSABLE.get(call.name);
  const given = tool && objectIn(call.arguments);
  if (!tool || !given) return undefined;
  const args = readValues(given, tool.properties, { unsure, planIndex, tool });
  return args && interpretationOf(call.name, args);
}

/** The ids as choices in the plan's own words; said, each is a question of ours. */
function askingBack(given: Record<string, unknown> | undefined, { catalogue }: PlanIndex): Interpretation | undefined {
  const items = Array.isArray(given?.ids) ? given.ids.map((id) => (typeof id === "string" ? catalogue.find(id.trim()) : undefined)) : [];
  if (items.length < 2 || items.includes(undefined)) return undefined;
  const choices = items.slice(0, MOST_CHOICES).flatMap((item) => (item ? [{ id: item.id, says: item.type === "theme" ? `theme ${item.id}` : item.id }] : []));
  return interpretationOf("choose", { about: "", choices });
}

function objectIn(json: string): Record<string, unknown> | undefined {
  if (json.length > MOST_ARGUMENT_LETTERS) return undefined;
  try {
    const value: unknown = JSON.parse(json || "{}");
    return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}

interface Reading {
  unsure: Unsure;
  planIndex: PlanIndex;
  tool: Choosable;
}

/** What is not there in the plan or the message makes a value invalid. */
const INVALID = Symbol("invalid");

function readValues(given: Record<string, unknown>, properties: Record<string, ArgumentSchema>, reading: Reading): Record<string, unknown> | undefined {
  const args: Record<string, unknown> = {};
  for (const [name, schema] of Object.entries(properties)) {
    const value = Object.hasOwn(given, name) ? given[name] : undefined;
    if (value === undefined || value === null || value === "") continue;
    const read = readValue(value, name, schema, reading);
    if (read === INVALID) return undefined;
    if (read !== undefined) args[name] = read;
  }
  return args;
}

function readValue(value: unknown, name: string, schema: ArgumentSchema, reading: Reading): unknown {
  const { kind, items, properties } = schema;
  if (kind === "window") return windowOf(value, reading.unsure.known.plan) ?? INVALID;
  // A figure comes as a number from servers that know no strict schemas.
  if (kind === "quote" && typeof value === "number") return quoteOf(String(value), reading.unsure.text);
  if (kind) return typeof value === "string" ? saidOf(kind, value, name, reading) : INVALID;
  if (items) return Array.isArray(value) ? listOf(value, name, items, reading) : INVALID;
  if (properties) return (typeof value === "object" && readValues(value as Record<string, unknown>, properties, reading)) || INVALID;
  return value;
}

function listOf(values: unknown[], name: string, items: ArgumentSchema, reading: Reading): unknown {
  const read = values.map((value) => readValue(value, name, items, reading));
  if (read.includes(INVALID)) return INVALID;
  // An empty list says nothing.
  return read.length ? read.filter((value) => value !== undefined) : undefined;
}

function saidOf(kind: Exclude<ArgumentSchema["kind"], "window" | undefined>, value: string, name: string, { unsure, planIndex, tool }: Reading): unknown {
  if (kind === "scope" && value === "plan") return value;
  if (kind === "item" || kind === "scope") return idOf(value, name, planIndex, tool) ?? INVALID;
  if (kind === "person") return addressOf(value, planIndex, unsure) ?? INVALID;
  if (kind === "stage") return stageOf(value, planIndex) ?? INVALID;
  // Words of the model's own would be read by somebody; without them the form asks.
  return quoteOf(value, unsure.text);
}

/** An id as the plan prints it, of a kind that the argument takes; a part where only the whole can be asked for stands for that. */
function idOf(value: string, name: string, { catalogue }: PlanIndex, { intent, properties }: Choosable): string | undefined {
  const item = catalogue.find(value.trim());
  if (!item) return undefined;
  const types = typesFor(name, intent.traits.subjects, properties);
  if (types.includes(item.type)) return item.id;
  return "priority" in item && types.includes("priority") ? item.priority.id : undefined;
}

const isNamed = (name: string): name is "measure" | "action" => name === "measure" || name === "action";

function typesFor(name: string, subjects: readonly Item["type"][] = workTypes, properties: Record<string, ArgumentSchema>): readonly Item["type"][] {
  if (isNamed(name)) return [name];
  // What its traits say is for what words fit; several ids may be of any work.
  if (name === "scopes") return workTypes;
  const left = subjects.filter((type) => !(isNamed(type) && properties[type]));
  return left.length ? left : areaTypes;
}

/** A stage of an action, as the plan prints it. */
function stageOf(value: string, { catalogue }: PlanIndex): string | undefined {
  const said = value.trim().toLowerCase();
  return catalogue.actions.flatMap(({ action }) => (action.milestones ?? []).flatMap(({ label }) => label ?? [])).find((label) => label.toLowerCase() === said);
}

const flat = (text: string): string => text.toLowerCase().replace(/\s+/g, " ").trim();
const isPart = (letter: string): boolean => /[\p{L}\p{N}]/u.test(letter);

/** Only what stands in the message as words or a figure of its own. */
function quoteOf(value: string, message: string): string | undefined {
  const [said, text] = [flat(value), flat(message)];
  for (let at = said ? text.indexOf(said) : -1; at >= 0; at = text.indexOf(said, at + 1)) {
    const [before, after, next] = [text.charAt(at - 1), text.charAt(at + said.length), text.charAt(at + said.length + 1)];
    const goesOn = isPart(after) || (/[.,]/.test(after) && /\d/.test(next));
    const began = isPart(before) || (/[.,]/.test(before) && /\d/.test(said.charAt(0)) && isPart(text.charAt(at - 2)));
    if (!goesOn && !began) return value.trim();
  }
  return undefined;
}
