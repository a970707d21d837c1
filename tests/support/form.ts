/** A card as a client shows it: what stands in its inputs, and what its buttons send. */
import { objectsOf } from "./card-check.js";
import { textOf } from "./teams.js";

export interface ShownCard {
  card: Record<string, unknown>;
  text: string;
  /** What stands in each input, as a client would send it: empty ones are absent. */
  inputs: Record<string, string>;
  /** Names of all inputs, in order. */
  names: string[];
  /** Titles of the buttons that have something done or ask. */
  buttons: string[];
  /** What pressing a button sends, with what was typed over what stands there; an empty text empties an input. */
  press(title: string, typed?: Record<string, unknown>): { verb: string; data: Record<string, unknown> };
}

export function shown(card: Record<string, unknown> | undefined): ShownCard {
  if (!card) throw new Error("There is no card");
  const objects = objectsOf(card);
  const fields = objects.filter(({ type }) => typeof type === "string" && type.startsWith("Input."));
  const actions = objects.filter(({ type }) => type === "Action.Execute");
  const inputs = Object.fromEntries(fields.flatMap(({ id, value }) => (value ? [[String(id), String(value)]] : [])));
  return {
    card,
    text: textOf(card),
    inputs,
    names: fields.map(({ id }) => String(id)),
    buttons: actions.map(({ title }) => String(title)),
    press(title, typed = {}) {
      const action = actions.find((each) => each.title === title);
      if (!action) throw new Error(`No button "${title}" on:\n${textOf(card)}\n${actions.map((each) => each.title).join(", ")}`);
      const filled = action.associatedInputs === "none" ? {} : Object.fromEntries(Object.entries({ ...inputs, ...typed }).filter(([, value]) => value !== ""));
      return { verb: String(action.verb), data: { ...filled, ...(action.data as object) } };
    },
  };
}
