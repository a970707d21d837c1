/** Stages of an action by everyday words: "when do the doors open", "drawings wanted by", "everywhere by". Pure. */
import type { ItemOf } from "../plan/index.js";
import { searchTopics } from "./topics.js";
import { itemsIn, type Utterance } from "./utterance.js";

/** What people say, and the labels that it may be said of. */
const called: readonly [said: RegExp, label: RegExp][] = [
  [
    /\b(?:doors? (?:\S+ )?(?:open|opens|unlocked)|opens? (?:its |the |their )?doors?|opens?|opened|opening|cut(?:ting)? the ribbon|curtain up|welcomes?|first (?:tenants|visitors|customers|patients|guests))\b/,
    /^(?:open|opening|full service|launch)$/,
  ],
  [
    /\b(?:go|goes|going|gone) live\b|\bswitch(?:ed|ing)? on\b|\bup and running\b|\brunning for (?:everyone|everybody|all)\b/,
    /^(?:go live|switch on|launch|full use)$/,
  ],
  [/\b(?:launch|launches|launched|launching)\b/, /^launch$/],
  [
    /\bfull version\b|\b(?:everywhere|nationwide)\b|\b(?:borough|city|county|district|trust|region|town|site) wide\b|\b(?:at|in|for) (?:every|all)\b|\bfor (?:everyone|everybody)\b|\bnot (?:only|just) the first\b/,
    /^(?:roll ?out|city wide|full programme|full use|main run)$/,
  ],
  [/\b(?:trial|trials|trialling|trial run|test (?:period|run|phase)|try(?:ing)? (?:it )?out|tryout|taster)\b/, /^(?:pilot|trial|testing)$/],
  [/\b(?:drawings?|drawing board|blueprints?|sketches|designs?|designed|designing)\b/, /^(?:design|plans?)$/],
  [
    /\b(?:builders?|bricks|building work|brickwork|off site|on site|dig(?:ging)?|physically|actually in|constructed)\b/,
    /^(?:build|construction|works|installation|install|fit out)$/,
  ],
  [/\b(?:first version|drafts?|drafted)\b/, /^draft$/],
  [/\b(?:voted through|adopted|adopt)\b/, /^adoption$/],
  [/\b(?:moving|shifting|moved|shifted|migrat(?:ed|ing)|transferring|carried across)\b/, /^(?:migration|migrate|move|transfer)$/],
];

const plain = (label: string): string => label.toLowerCase().replace(/-/g, " ");

/** The label of the action that the words call, where they fit exactly one. */
export function stageCalled({ action }: ItemOf<"action">, ask: string): string | undefined {
  const own = plain(action.text);
  const said = called.filter(([words]) => words.test(ask));
  const fitting = (action.milestones ?? []).flatMap(({ label }) => (label && said.some(([, name]) => name.test(plain(label))) ? [label] : []));
  // "open" of an action that is called "Open …" tells no stage from another.
  const telling = said.some(([words]) => !own.includes(words.exec(ask)?.[0] ?? ""));
  return telling && new Set(fitting).size === 1 ? fitting[0] : undefined;
}

const SURELY = 0.5;

/** The same of the action that the text is about before all. */
export function stageOfAction(utterance: Utterance): string | undefined {
  if (!called.some(([words]) => words.test(utterance.ask))) return undefined;
  const [named] = itemsIn(utterance);
  const [best] = named
    ? [{ item: named, score: 1 }]
    : searchTopics(utterance.topic, utterance.context.planIndex, { types: ["theme", "priority", "action"] }).topics;
  return best?.item.type === "action" && best.score >= SURELY ? stageCalled(best.item, utterance.ask) : undefined;
}
