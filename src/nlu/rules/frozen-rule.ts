/** Versions of the plan that are kept: freezing it as it stands, and what changed since. Read from the text as typed, for the name's sake. */

import type { Interpretation } from "../../assistant/assistant.js";
import { endingWithout } from "../../shared/words.js";
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
  "(?:(?:and )?(?:what|which|any|anything|all|the|list|show|how many)(?:'s|s)?(?: things| the)? ?(?:has|have|is|are|was|were|all)? ?(?:been )?(?:changed|changes|change|different|new|moved|happened|differences?|altered|gone)(?: (?:in|to|of|about|with) (?:the|our) plan)?|changes(?: (?:in|to) the plan)?|(?:what|which|have|has|are|any|list|show)(?: the| any)? (?:actions?|deadlines?|dates?|leads?|status|statuses|wording|measures?|figures?|milestones?|items?|priority|priorities)(?: (?:has|have|is|are|was|were|been|got))*? (?:changed|moved|new|gone|different|reworded|added|dropped|removed|slipped|corrected|updated)|has anything changed|how has (?:the plan|it) changed|how (?:is|does) (?:the plan|it) (?:different|differ))";
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

/** What is asked of versions, and what of the plan it is about, in the words that were said; all of it where nothing is said. */
export interface FrozenSaid {
  reading: Interpretation;
  about?: string;
}

/** "freeze the plan as agreed", "what changed since it was agreed": an interpretation, or the part of one that names a version. */
export function frozenSaid(text: string): FrozenSaid | undefined {
  const line = plain(text);
  if (!/\b(?:freeze|lock|snapshot|versions?|copy|save|keep|since|compared?|differences?|changed|changes|different|differ|fre+z+e?)\b/i.test(line))
    return undefined;
  const freezing = freezes.exec(line);
  if (freezing) return { reading: reading("freeze", { name: nameFor(freezing[1]) }) };
  const whole = versionSaid(line);
  return whole ? { reading: reading("since-frozen", whole) } : partSaid(line);
}

/** The version that is meant, by its name where it has one; nothing where none is. */
function versionSaid(line: string): { name?: string } | undefined {
  const agreed = sinceAgreed.exec(line) ?? lists.exec(line);
  if (agreed) return { name: agreed[1]?.trim() || undefined };
  const [, ...named] = sinceVersion.exec(line) ?? compares.exec(line) ?? [];
  const said = named.find((one) => one !== undefined);
  if (said === undefined) return undefined;
  return { name: noName.test(said) ? undefined : unquoted(said).slice(0, longest) || undefined };
}

const inside = "(?:in|to|of|on|under|for|about|within|with)";
const happenings = "(?:changed|moved|new|gone|different|reworded|added|dropped|removed|slipped|altered|updated|corrected)";
const asksOf = new RegExp(`^${polite}${asks} ${inside} (.{1,80})$`, "i");
const asksWhich = new RegExp(
  `^${polite}(?:what|which|have|has|are|any|list|show)(?: the| any)? (?:actions?|deadlines?|dates?|leads?|status|statuses|wording|measures?|figures?|milestones?|items?|priority|priorities) ${inside} (.{1,120})$`,
  "i",
);
const itHappened = new RegExp(` (?:(?:has|have|is|are|was|were) )?(?:(?:been|got) )?${happenings}$`, "i");
const asksWho = new RegExp(
  `^${polite}who(?:'s| has| have| all| else)? (?:been )?(?:changed|changing|updated|edited|altered|amended|touched|moved)(?: (?:anything|something|things|what))?(?: ${inside})?(?: (.{1,80}))?$`,
  "i",
);

/** A kind of change, not a part of the plan. */
const anyPart =
  /^(?:(?:the|its|our|all) )?(?:wording|words|texts?|dates?|deadlines?|leads?|status|statuses|figures?|milestones?|measures?|actions?|priorities)$/i;

/** What of the plan, or by whom: "what changed in 2.3 since it was agreed", "who changed the plan since it was agreed". */
function partSaid(line: string): FrozenSaid | undefined {
  for (const { head, since } of parted(line)) {
    const version = versionSaid(`what changed since ${since}`);
    if (!version) continue;
    const who = asksWho.exec(head);
    if (who) return { reading: reading("who-changed", { scope: "plan", since: version.name ? { name: version.name } : {} }), about: who[1] };
    const about = asksOf.exec(head)?.[1] ?? asksWhich.exec(head)?.[1]?.replace(itHappened, "");
    if (about) return { reading: reading("since-frozen", version), ...(!anyPart.test(about) && { about }) };
  }
  return undefined;
}

/** What stands before and after "since", with what follows the version put before it: "what changed since it was agreed in 2.3". */
function parted(line: string): { head: string; since: string }[] {
  const low = line.toLowerCase();
  const at = low.lastIndexOf(" since ");
  if (at < 0) {
    const comma = low.indexOf(", ");
    return low.startsWith("since ") && comma > 0 ? [{ head: line.slice(comma + 2), since: line.slice(6, comma) }] : [];
  }
  const [head, since] = [line.slice(0, at), line.slice(at + 7)];
  const behind = [" in ", " under ", " for ", " to ", " on "].flatMap((word) => {
    const cut = since.toLowerCase().lastIndexOf(word);
    return cut > 0 ? [{ head: `${head} in ${since.slice(cut + word.length)}`, since: since.slice(0, cut) }] : [];
  });
  return [{ head, since }, ...behind];
}
