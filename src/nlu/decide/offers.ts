/** Readings that are offered on buttons: each with words that are read back as just that. */

import type { Interpretation } from "../../assistant/assistant.js";
import type { Says } from "../../intents/index.js";
import type { Catalogue } from "../../plan/index.js";
import type { Offer } from "../../request/args.js";
import { shortened } from "../../shared/words.js";

/** Nothing for what cannot be said in one short sentence. */
export function offerOf({ args }: Interpretation, words: Says | undefined, catalogue: Catalogue): Offer | undefined {
  const says = words?.(args, (id) => (catalogue.find(id)?.type === "theme" ? `theme ${id}` : id));
  const label = words?.(args, (id) => titled(id, catalogue));
  return says && label ? { says, label } : undefined;
}

function titled(id: string, catalogue: Catalogue): string {
  const item = catalogue.find(id);
  if (!item) return id;
  if (item.type === "theme") return `${item.theme.name} (theme ${id})`;
  const words = item.type === "priority" ? item.priority.title : item.type === "action" ? item.action.text : item.measure.text;
  return `${id} ${shortened(words, 60)}`;
}
