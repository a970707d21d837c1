/** What is asked of a measure beside its latest figure: its target, its baseline, which way it goes, who reports it. Pure. */
import type { ArgsOf } from "../intents/index.js";

type Aspect = NonNullable<ArgsOf<"figure">["aspect"]>;

const any = (words: string): string => `(?:${words.replaceAll(" ", "|")})`;

const AMOUNT = any("numbers? figures? values? percentage percent pct proportion share level rate rating score marks? amount total sum count acreage position");
const LONGER = any("longer shorter bigger smaller larger quicker slower faster higher lower later earlier fuller emptier");
const BETTER = any("happier sadder busier quieter safer cleaner healthier warmer greener cheaper dearer stronger weaker fitter poorer richer better worse");
const COMPARED = `(?:more|fewer|less|${LONGER}|${BETTER})`;

const targetNamed = /\b(?:targets?|goal|aim|aiming|on target|hit|reach|reached|met|meet|achieve|short of|off target|how far)\b/;
const targets = [
  /\b(?:meant|supposed|hoping|hoped|trying|want|wanting|wanted|looking) (?:it |us |them |that )?to (?:be|get|have|end up|come|reach|become)\b/,
  /\b(?:shooting|gunning|pushing|going) for\b|\bhoping (?:for|will|would)\b|\bget (?:it|that|them|this) (?:up|down) to\b/,
  /\b(?:must|should|ought to) (?:we )?(?:have|be at|get to|end up with)\b.*\b(?:at|by|in) the end\b|\bshould (?:it|they|we) be(?: at)?[ ?.]*$/,
];
const wishes = [
  /\b(?:do|did) we (?:really )?(?:want|hope|wish|seek|aspire|intend|aim|promise|commit|set)\b/,
  /\b(?:are|were) we (?:really )?(?:after|hoping|wishing|wanting|aiming|seeking|committed|meant|supposed)\b/,
  /\bwe (?:all )?(?:want|wanted|aspire|promised|pledged|set ourselves|set out to|are after|were after|have promised)\b|\bhave we (?:promised|pledged|signed up to)\b/,
  /\bwe need(?: [^ ?]+){1,3} to (?:be|get|come|end up)\b/,
  new RegExp(`\\b${AMOUNT} (?:wanted|desired|needed|required|intended|promised|hoped for|aimed at)\\b`),
  new RegExp(`\\b(?:wanted|desired|required|intended|promised|hoped for|end|eventual|ultimate) (?:end )?${AMOUNT}\\b`),
  /\bby rights\b|\b(?:should|ought to) (?:that|it|they|this|those|we) (?:end up|be getting to|get to|come to|go to|land)\b/,
];
/** Asks what ought to be. */
const asksWhat = /\b(?:how|what|where|which)\b/;
const ought = /\b(?:should|ought)\b(?! (?:i|‹\d+›|have been|read)\b)/;

const starting = "(?:starting|start|beginning|opening|initial|original|pre ?plan)";
const baselines = [
  /\b(?:baselines?|starting point|starting figure|started (?:from|at|off|out)|start(?:ing)? from|at the (?:start|outset|beginning))\b/,
  /\b(?:to (?:start|begin) with|at first|originally|(?:before|when) (?:we|it|they|this|the plan) (?:all )?(?:started|began|begun))\b/,
];
const beginnings = [
  new RegExp(`\\b${starting} ${AMOUNT}\\b`),
  /\b(?:at|from) (?:the )?(?:very )?(?:start|outset|beginning|day one)\b|\b(?:on|at) day one\b|\bday one (?:number|figure|value|level)\b/,
  /\bbefore (?:any|all) (?:of )?(?:this|that|it)\b|\bbefore (?:this|the|our) (?:plan|strategy|programme|project)\b/,
  /\b(?:before|when) (?:we|it|they|this|(?:any|all) of this|the plan) (?:all |first |was |were )?(?:kicked off|set out|set off|launched|started|starting|beginning|came (?:along|in))\b/,
  /\b(?:we|it|they|that) (?:started|began) (?:with|at|from|out)\b|\b(?:start|begin) (?:out|at|from)\b|\bwhere (?:did|have) (?:we|it|they) (?:start|begin|begun)\b/,
];

const trends = [
  /\b(?:trends?|trending|(?:come|came|gone|went|going|goes|go) (?:up|down)|up or down|rising|rises|risen|falling|fallen|improv\w+|worse|better)\b/,
  /\b(?:nosediv\w+|plummet\w*|shrink\w*|soar\w*|creeping|sliding|slid|(?:right|wrong) way|which way|on the up)\b/,
  new RegExp(`\\b${LONGER} or (?:${LONGER}|not)\\b|\\bgetting (?:any )?${LONGER}\\b`),
];
const directions = [
  /\b(?:trajectory|slip|slips|slipping|slipped|direction of travel)\b|\b(?:rise|rises|rising|grow|climb) or (?:fall|falls|falling|drop|shrink)\b/,
  new RegExp(`\\b${COMPARED}(?: of (?:them|it|em|those|these))?(?: ,)? or (?:${COMPARED}|not)\\b`),
  new RegExp(`\\b${COMPARED}\\b.{1,80} or ${COMPARED}[ ?.]*$`),
  /\bthan (?:before|(?:they|it|we|that|he|she) (?:was|were|did|had|used)|a year ago|in the past|⟦)/,
  new RegExp(`\\b(?:any|getting|become|becoming|got) ${COMPARED}\\b(?! than \\d)`),
];
/** Questions of yes and no, in which "fewer" or "happier" asks for a change. */
const asksWhether = /(?:^|[,:;-] )(?:and |so |but |or )*(?:is|are|do|does|has|have)\b/;
const compared = new RegExp(`\\b${COMPARED}\\b(?! than (?:\\d|half|target))`);
/** Words that belong to "pick up", "set up": no way that a figure goes. */
const PARTICLE_OF = any(
  "set sign signed sat stood turn turned pick picked board boarded phone look looked grown open opened cut break broke held hang shut close closed keep catch caught write written put bring brought wrap wrapped clean cleaned",
);
/** What may as well be said of something else. */
const weakTrends = [
  /\b(?:increas\w+|decreas\w+|growing|grown(?! ups?\b)|dropp?\w*|compare|compares|direction|moving|heading|climb\w*|compared|change|changed)\b/,
  /(?:^|[?,:-] |\b(?:is|are|it|they|that|was|were|been|still|or|and|way|numbers?|figures?|levels?|rates?) |» )(?:now |still |also |much )?(?:up|down)\b/,
  new RegExp(`(?<!\\b${PARTICLE_OF} )\\b(?:up|down)(?: (?:since|on|from|against|again|this|last|by)\\b|[ ?.]*$| ⟦)`),
];
const latest =
  /\b(?:latest|current|currently|newest|most recent|last (?:number|figure|count|reading|known)|right now|at the (?:moment|minute)|where are we now|lately)\b/;

const reporters = [
  /\breporter\b|\bwho\b.*\b(?:report|reports|reported|enters?|entered|provid\w+|suppl\w+|submit\w*|records?|recorded)\b/,
  /\bwho\b.*\b(?:gave|gives|giving|sent|sends|sending|collects?|put in|puts? .* in|puts in|fills? in|types? in|keys? in)\b/,
];

const says = (patterns: readonly RegExp[], ask: string): boolean => patterns.some((pattern) => pattern.test(ask));

/** "who puts the fuel poverty number in" */
export const asksReporter = (ask: string): boolean => says(reporters, ask) && !/\b(?:leads?|owns?|in charge)\b/.test(ask);

/** Words that ask for one of them without "target", "baseline" or "trend". */
export const asksAspect = (ask: string): boolean => says(targets, ask) || says(baselines, ask) || says(trends.slice(1), ask);

const asksTarget = (ask: string): boolean => targetNamed.test(ask) || says(targets, ask) || says(wishes, ask) || (asksWhat.test(ask) && ought.test(ask));

const asksTrend = (ask: string): boolean =>
  says(trends, ask) || says(directions, ask) || (asksWhether.test(ask) && compared.test(ask)) || (!latest.test(ask) && says(weakTrends, ask));

/** What of a measure is asked: its baseline, target, trend or reporter; nothing for its figure. */
export function aspectOf(ask: string): Aspect | undefined {
  if ((says(baselines, ask) || says(beginnings, ask)) && !/\b(?:targets?|goals?)\b/.test(ask)) return "baseline";
  if (asksTarget(ask)) return /\bbaselines?\b/.test(ask) ? "baseline" : "target";
  if (asksTrend(ask)) return "trend";
  return says(reporters, ask) ? "reporter" : undefined;
}
