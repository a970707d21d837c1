/** Answers as Adaptive Cards: one template a view, each built once. The only file that knows the templating library. */
import { Template } from "adaptivecards-templating";
import choice from "../../cards/choice.json" with { type: "json" };
import digest from "../../cards/digest.json" with { type: "json" };
import form from "../../cards/form.json" with { type: "json" };
import measure from "../../cards/measure.json" with { type: "json" };
import notice from "../../cards/notice.json" with { type: "json" };
import picture from "../../cards/picture.json" with { type: "json" };
import receipt from "../../cards/receipt.json" with { type: "json" };
import rows from "../../cards/rows.json" with { type: "json" };
import standing from "../../cards/standing.json" with { type: "json" };
import type { Answer, ViewName } from "../shared/answer.js";
import { hang } from "./picture-view.js";
import { viewOf } from "./view.js";
import type { Limits } from "./writer.js";

export { clip } from "./clip.js";

const templates: Record<ViewName, Template> = {
  standing: new Template(standing),
  rows: new Template(rows),
  measure: new Template(measure),
  choice: new Template(choice),
  notice: new Template(notice),
  form: new Template(form),
  receipt: new Template(receipt),
  picture: new Template(picture),
  digest: new Template(digest),
};

/** Teams takes more; the older of its pages say 40. Counted as UTF-16, as Teams counts. */
const MOST_CARD_BYTES = 40 * 1024;

/** From all there is to what always fits, with the first that fits taken. */
const LIMITS: Limits[] = [
  { text: 1_000, short: 500, sentences: 12, sections: 20, rows: 40, buttons: 4 },
  { text: 400, short: 200, sentences: 8, sections: 12, rows: 20, buttons: 4 },
  { text: 160, short: 100, sentences: 6, sections: 6, rows: 10, buttons: 4 },
  { text: 100, short: 60, sentences: 4, sections: 3, rows: 5, buttons: 2 },
  { text: 60, short: 24, sentences: 1, sections: 1, rows: 2, buttons: 0 },
];

export type Card = Readonly<Record<string, unknown>>;

/** Answers that go to many: a card in a channel is asked for anew in the name of up to 60 readers, and its question by others. A form and its receipt are one person's, once. */
const forMany: ReadonlySet<ViewName> = new Set(["standing", "rows", "measure", "choice", "notice", "picture"]);
const MOST_KEPT = 100;
/** Longer answers (in characters, as JSON) are few, and would fill the memory. */
const LONGEST_KEPT = 32_000;
const kept = new Map<string, Card>();

/** The card of an answer, with texts and lists shortened as far as it takes to stay within `mostBytes` (at most 40 KB, in UTF-16). Not to be changed: the same answer gives the same card. */
export const renderCard = (answer: Answer, mostBytes = MOST_CARD_BYTES): Card => {
  const room = Math.min(mostBytes, MOST_CARD_BYTES);
  if (!forMany.has(answer.view)) return rendered(answer, room);
  const key = JSON.stringify([room, answer.view, answer.data, answer.chats]);
  const card = kept.get(key) ?? rendered(answer, room);
  if (key.length > LONGEST_KEPT) return card;
  // Whatever was asked for last goes last.
  kept.delete(key);
  kept.set(key, card);
  if (kept.size > MOST_KEPT) kept.delete(kept.keys().next().value ?? "");
  return card;
};

const rendered = (answer: Answer, room: number): Card => {
  let card: Record<string, unknown> = {};
  for (const limits of LIMITS) {
    card = templates[answer.view].expand({ $root: viewOf(answer, limits) }) as Record<string, unknown>;
    if (answer.view === "picture") hang(card, answer.data, limits);
    if (JSON.stringify(card).length * 2 <= room) return card;
  }
  return card;
};
