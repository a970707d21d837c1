/** What is asked of a measure beside its latest figure: its target, its baseline, which way it goes, who reports it. Pure. */
import type { ArgsOf } from "../intents/index.js";

type Aspect = NonNullable<ArgsOf<"figure">["aspect"]>;

const targets = [
  /\b(?:targets?|goal|aim|aiming|on target|hit|reach|reached|met|meet|achieve|short of|off target|how far)\b/,
  /\b(?:meant|supposed|hoping|hoped|trying|want|wanting|wanted|looking) (?:it |us |them |that )?to (?:be|get|have|end up|come|reach|become)\b/,
  /\b(?:shooting|gunning|pushing|going) for\b|\bhoping (?:for|will|would)\b|\bget (?:it|that|them|this) (?:up|down) to\b/,
  /\b(?:must|should|ought to) (?:we )?(?:have|be at|get to|end up with)\b.*\b(?:at|by|in) the end\b|\bshould (?:it|they|we) be(?: at)?[ ?.]*$/,
];
const baselines = [
  /\b(?:baselines?|starting point|starting figure|started (?:from|at|off|out)|start(?:ing)? from|at the (?:start|outset|beginning))\b/,
  /\b(?:to (?:start|begin) with|at first|originally|(?:before|when) (?:we|it|they|this|the plan) (?:all )?(?:started|began|begun))\b/,
];
const trends = [
  /\b(?:trends?|trending|(?:come|came|gone|went|going|goes|go) (?:up|down)|up or down|rising|rises|risen|falling|fallen|improv\w+|worse|better)\b/,
  /\b(?:increas\w+|decreas\w+|growing|grown|dropp?\w*|compare|compares|direction|moving|heading|climb\w*|compared|change|changed|up|down)\b/,
  /\b(?:nosediv\w+|plummet\w*|shrink\w*|soar\w*|creeping|sliding|slid|(?:right|wrong) way|which way|on the up)\b/,
  /\b(?:shorter|longer|bigger|smaller|quicker|slower|faster|higher|lower) or (?:shorter|longer|bigger|smaller|quicker|slower|faster|higher|lower|not)\b/,
  /\bgetting (?:any )?(?:shorter|longer|bigger|smaller|quicker|slower|faster|higher|lower)\b/,
];
const reporters = [
  /\breporter\b|\bwho\b.*\b(?:report|reports|reported|enters?|entered|provid\w+|suppl\w+|submit\w*|records?|recorded)\b/,
  /\bwho\b.*\b(?:gave|gives|giving|sent|sends|sending|collects?|put in|puts? .* in|puts in|fills? in|types? in|keys? in)\b/,
];

const says = (patterns: readonly RegExp[], ask: string): boolean => patterns.some((pattern) => pattern.test(ask));

/** "who puts the fuel poverty number in" */
export const asksReporter = (ask: string): boolean => says(reporters, ask) && !/\b(?:leads?|owns?|in charge)\b/.test(ask);

/** Words that ask for one of them without "target", "baseline" or "trend". */
export const asksAspect = (ask: string): boolean => says(targets.slice(1), ask) || says(baselines, ask) || says(trends.slice(2), ask);

/** What of a measure is asked: its baseline, target, trend or reporter; nothing for its figure. */
export function aspectOf(ask: string): Aspect | undefined {
  if (says(baselines, ask) && !/\btargets?\b/.test(ask)) return "baseline";
  if (says(targets, ask)) return /\bbaselines?\b/.test(ask) ? "baseline" : "target";
  if (says(trends, ask)) return "trend";
  return says(reporters, ask) ? "reporter" : undefined;
}
