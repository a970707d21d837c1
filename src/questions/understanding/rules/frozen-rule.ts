/** Versions of the plan that are kept: freezing it as it stands, and what changed since. Read from the text as typed, for the name's sake. */
import { endingWithout } from "../../../shared/words.js";
import type { Reading } from "../../desk.js";
import { reading } from "../readings.js";

const polite =
  "(?:(?:please|pls|hi|hello|hey|ok|okay|so|and|now|just|let us|let's|(?:can|could|would|will) (?:you|we|i)|how (?:do|can|could|would) (?:i|we|you)|(?:i|we) (?:want|need|would like) to|i'd like (?:you )?to|(?:tell|show) me|do you know|waymark|to)[ ,]+){0,5}";
const version = "(?:(?:strategy|action|agreed|current|whole|our) ){0,3}(?:plan|version|copy)";
const standing = "(?: (?:as it (?:is|stands)(?: (?:now|today))?|now|today|for now))?";
const naming = "(?:as|called|named|under the name(?: of)?|with the name|and call it)";
const freezes = new RegExp(
  `^${polite}(?:(?:fre+z+e?|lock|snapshot) (?:(?:the|this|our|a|my) )?${version}|fre+z+e? (?:it|this)(?= (?:as|under|called|and call) )|(?:take|make|keep|save) a (?:frozen version|frozen copy|snapshot)(?: of (?:the|this|our) ${version})?|(?:keep|save) (?:the|this|our) ${version}(?= (?:as (?!it )|under|called)))${standing}(?:(?: ${naming}| ?:) (.{1,200}))?$`,
  "i",
);

const happened = "(?:was|were|got|has been|had been|is)? ?(?:first |last |originally |formally )?(?:agreed|frozen|approved|adopted|signed off)";
const byWhom = "(?: (?:by|at) (?:the )?(?:committee|council|cabinet|board|full council|members|us|trustees))?";
const asks =
  "(?:(?:and )?(?:what|which|any|anything|all|the|list|show|how many)(?:'s|s)?(?: things| the)? ?(?:has|have|is|are|was|were|all)? ?(?:been )?(?:changed|changes|change|different|new|moved|happened|differences?|altered|gone)(?: (?:in|to|of|about|with) (?:the|our) plan)?|changes(?: (?:in|to) the plan)?|(?:what|which|have|has|are|any|list|show)(?: the| any)? (?:actions?|deadlines?|dates?|leads?|status|statuses|wording|measures?|milestones?|items?|priority|priorities)(?: (?:has|have|is|are|was|were|been|got))*? (?:changed|moved|new|gone|different|reworded|added|dropped|removed|slipped)|has anything changed|how has (?:the plan|it) changed|how (?:is|does) (?:the plan|it) (?:different|differ))";
const inMonth = `(?: (?:in|on) ((?:\\d{1,2} )?(?:(?:january|february|march|april|may|june|july|august|september|october|november|december) ?)?(?:20\\d\\d)?))?`;
const sinceAgreed = new RegExp(
  `^${polite}${asks} since (?:(?:we|the committee|cabinet|council) (?:agreed|froze|approved|adopted) (?:it|the plan)|(?:it|we|the plan|the action plan|our plan|the version|this) ${happened}(?: it| the plan)?|agreed|(?:the )?(?:agreement|freeze))${byWhom}${inMonth}$`,
  "i",
);
const aVersion = `(?:(?:the |our )?(.{1,80}?) (?:version|snapshot)|(?:the |our )?((?:originally )?(?:agreed|frozen|approved|adopted|original|kept|signed off)) (?:strategy |action ){0,2}plan|(?:the |our )?(?:version|snapshot) (?:called |named |of )?(.{1,80})|("[^\\n]{1,80}"|'[^\\n]{1,80}'))`;
const sinceVersion = new RegExp(`^${polite}${asks} (?:since|from|compared (?:to|with)|against) ${aVersion}$`, "i");
const compares = new RegExp(
  `^${polite}(?:compare(?: (?:the plan|it|this|today|now|today's plan|the current plan|the plan (?:now|today|as it (?:is|stands)(?: now| today)?)))?|(?:what (?:is|are) the )?differences? (?:of|in|between) the plan|compared) (?:with|to|against|and|from) ${aVersion}$`,
  "i",
);
const lists = new RegExp(
  `^${polite}(?:(?:which|what|list|show)(?: the| all)? ?(?:frozen|kept|agreed) versions?(?: (?:are there|of the plan|do we have|is there))*)$`,
  "i",
);

/** They say that a version is meant, not which. */
const noName =
  /^(?:(?:last|previous|newest|latest|original|originally|first|agreed|frozen|approved|adopted|kept|signed off|signed-off|the|action|strategy|as|plan|version)[ -]?)+$/i;
const marks = "'\"";
const longest = 60;

const unquoted = (said: string): string => (said.length > 1 && marks.includes(said.charAt(0)) ? endingWithout(said.slice(1), marks) : said).trim();

/** "as agreed" is a name as it stands; anything else is called what comes after "as". */
function nameFor(said: string | undefined): string | undefined {
  if (said === undefined || /^it (?:is|stands|was)\b/i.test(said)) return undefined;
  return (/^agreed\b/i.test(said) ? `as ${said}` : unquoted(said)).slice(0, longest) || undefined;
}

function plain(text: string): string {
  const line = text
    .slice(0, 400)
    .normalize("NFKC")
    .replace(/[’‘`´]/g, "'")
    .replace(/[“”]/g, '"')
    .replace(/\s+/g, " ")
    .trim();
  return endingWithout(endingWithout(line, ".!?").replace(/,? (?:please|thanks|thank you|pls|for me)$/i, ""), ".!?");
}

export function frozenSaid(text: string): Reading | undefined {
  const line = plain(text);
  if (!/\b(?:freeze|lock|snapshot|versions?|copy|save|keep|since|compared?|differences?|changed|changes|different|differ|fre+z+e?)\b/i.test(line))
    return undefined;
  const freezing = freezes.exec(line);
  if (freezing) return reading("freeze", { name: nameFor(freezing[1]) });
  const agreed = sinceAgreed.exec(line) ?? lists.exec(line);
  if (agreed) return reading("since-frozen", { name: agreed[1]?.trim() || undefined });
  const [, ...named] = sinceVersion.exec(line) ?? compares.exec(line) ?? [];
  const said = named.find((one) => one !== undefined);
  if (said === undefined) return undefined;
  return reading("since-frozen", { name: noName.test(said) ? undefined : unquoted(said).slice(0, longest) || undefined });
}
