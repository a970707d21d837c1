/** Readings that are offered on buttons: each with words that are read back as just that. */

import type { Interpretation } from "../../assistant/assistant.js";
import type { Catalogue } from "../../plan/index.js";
import type { Offer } from "../../request/args.js";
import { shortened } from "../../shared/words.js";

/** Words for a reading: `name` writes an item, by its id alone or with its words. */
export type Phrase = (args: Record<string, unknown>, name: (id: string) => string) => string | undefined;

/** Nothing for what cannot be said in one short sentence. */
export function offerOf({ args }: Interpretation, phrase: Phrase | undefined, catalogue: Catalogue): Offer | undefined {
  const says = phrase?.(args, (id) => (catalogue.find(id)?.type === "theme" ? `theme ${id}` : id));
  const label = phrase?.(args, (id) => titled(id, catalogue));
  return says && label ? { says, label } : undefined;
}

function titled(id: string, catalogue: Catalogue): string {
  const item = catalogue.find(id);
  if (!item) return id;
  if (item.type === "theme") return `${item.theme.name} (theme ${id})`;
  const words = item.type === "priority" ? item.priority.title : item.type === "action" ? item.action.text : item.measure.text;
  return `${id} ${shortened(words, 60)}`;
}
