/** Words of status: which states a line names. */
import type { State } from "../request/args.js";

const stateWords: [RegExp, State[]][] = [
  [
    /\b(?:not (?:yet |been |even |actually )*(?:started|begun|start|begin|kicked off|underway|under way)|not (?:yet )?commenced|yet to (?:start|begin|commence|kick off|get (?:going|started|under way)|be (?:started|begun))|(?:on|at) the start(?:ing)? line|unstarted|to be started|nothing (?:has )?(?:started|begun))\b/g,
    ["not-started"],
  ],
  [
    /\b(?:not|never) (?:anyone |anybody |we |they |really )?(?:even |yet |been |properly |so much as )*(?:started|begun|begin|touched|got going|got off the ground)\b/g,
    ["not-started"],
  ],
  [
    /\b(?:nobody|no one|none of us) (?:has |have |is |did )?(?:even |yet |ever )*(?:started|begun|begin|began|started on|touched|made a start)\b/g,
    ["not-started"],
  ],
  [/\b(?:(?:badly|way|miles|well|right|completely) off (?:course|track|target)|off ?track)\b/g, ["red"]],
  [
    /\b(?:not (?:yet |been |all |fully )*(?:complete|completed|finished|done|closed)|incomplete|unfinished|still open|in progress|in flight|still going|remaining|left to do|not off)\b/g,
    ["red", "amber", "green", "not-started"],
  ],
  [
    /\b(?:not (?:yet |really |all )*(?:on track|green|going well|doing well)|off course|in trouble|struggling|problems?|behind(?: schedule| plan| the curve)?|slipping|worr(?:y|ies|ying)|concerns?|need(?:s|ing)? attention|failing|going wrong|not going well|badly|stuck)\b/g,
    ["red", "amber"],
  ],
  [/\b(?:off (?:the )?(?:track|rails)|reds?|red rated|in the red|going down the (?:pan|drain|tubes)|gone (?:badly )?wrong|derailed)\b/g, ["red"]],
  [/\b(?:at risk|ambers?|yellows?|wobbl(?:y|ing|ers?)|shaky)\b/g, ["amber"]],
  [
    /\b(?:on ?track|greens?|on target|on course|on schedule|on plan|(?:going|running) to plan|going well|doing well|all good|all well|fine|healthy)\b/g,
    ["green"],
  ],
  [
    /\b(?:complete|completed|(?<!\b(?:be|being|get|getting) )done(?! (?:about|on|for|under|in|with)\b)|finished|closed|blue|wrapped up|all done|put to bed|done and dusted|ticked off|signed off|(?<=\b(?:is|are|been|was|were) )(?:achieved|delivered))\b/g,
    ["complete"],
  ],
  [/\b(?:cancelled|canceled|dropped|abandoned|scrapped|stopped|withdrawn|axed|canned|binned|ditched|shelved|junked|jettisoned|mothballed)\b/g, ["cancelled"]],
  [
    /\b(?:(?:chucked|thrown|kicked|ruled) out|called off|pulled(?= [?.!]|$)|knocked on the head|given up on|(?:got|been) the (?:chop|axe|bullet))\b/g,
    ["cancelled"],
  ],
  [/\b(?:overdue|late|past due|not on time|unmet|past (?:their|its|the) (?:due )?(?:dates?|deadlines?|day))\b/g, ["overdue"]],
];

/** States that a line names, and what is left of it without their words. */
export function readStates(line: string): { states: State[]; rest: string } {
  let text = line;
  const found = new Set<State>();
  for (const [pattern, states] of stateWords) {
    const rest = text.replace(pattern, " ");
    if (rest === text) continue;
    text = rest;
    for (const state of states) found.add(state);
  }
  return { states: [...found], rest: text };
}

/** What is left without the words of states; those of names stay. */
export function withoutStates(words: string[], ofName: readonly boolean[]): string {
  const kept = words.map((word, at) => (ofName[at] ? `_${word}_` : word)).join(" ");
  return readStates(kept)
    .rest.split(" ")
    .map((word) => word.replace(/^_|_$/g, ""))
    .join(" ");
}
