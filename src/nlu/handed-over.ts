/** Who gives everything and who gets it: "everything of his goes to ‹1›", "pass my lot to ‹0›", "‹0› is inheriting the lot". Pure. */
import { personBeforeOf } from "./rules/rule.js";
import type { Utterance } from "./utterance.js";

const all = "(?:everything|all|anything|whatever|the (?:whole )?lot|every one|the whole)";
const things = "(?:work|jobs?|actions?|measures?|stuff|things|tasks|items|lot|load|portfolio|remit|responsibilities|duties)";
const gives = "(?:hand|hands|handing|pass|passing|give|giving|transfer|transferring|move|moving|shift|shifting|switch|switching|reassign|reassigning)";
const whose = "(?:‹\\d+›(?: s)?|my|his|her|their)";
const way = "(?:over |across |on |straight )*";
const goes = `(?:go|goes|going|pass|passes|move|moves|transfer|transfers|given|handed|passed|transferred) ${way}to (?:‹|me\\b)`;

const handing = [
  new RegExp(`\\b${gives} ${way}${all}\\b|\\bhand(?:ing|s)? over\\b|\\b${gives} ${way}what\\b`),
  new RegExp(`\\b${gives} ${way}(?:${whose}) (?:whole |entire )?(?:everything|${things})\\b`),
  new RegExp(
    `\\b(?:takes?|taking) over (?:everything|all|from)\\b|› (?:(?:is|will|to|should|can) )*(?:takes?|taking|gets?|getting|inherits?|inheriting|receives?) (?:over |on )*${all}\\b`,
  ),
  /\breplaces? ‹\d+› (?:with|by) ‹\d+›|‹\d+› (?:(?:is|will be|are|has been) )*(?:replacing|replaced by) ‹\d+›|\bswap ‹\d+› (?:for|with) ‹\d+›/,
  /‹\d+› (?:is|will be) (?:leaving|retiring|off sick)|‹\d+› has (?:left|retired|resigned|gone)\b|‹\d+› (?:retires|resigns)\b/,
];
/** "everything of mine", "all that ‹0› has", "my lot" */
const bundle = new RegExp(`\\b(?:everything|all|anything|whatever|the lot)\\b|\\b(?:${whose}) (?:whole |entire )?${things}\\b`);
const passesOn = new RegExp(`\\b${goes}|\\b(?:actions|mine|his|hers|theirs) to ‹`);

/** Whether all of somebody is to go to somebody else, or somebody leaves. */
export const isHandedOver = ({ ask }: Utterance): boolean => handing.some((pattern) => pattern.test(ask)) || (passesOn.test(ask) && bundle.test(ask));

const own = new RegExp(`\\bmine\\b|\\bmy (?:whole |entire |own )?(?:everything|${things})\\b|\\bi (?:have|hold|lead|own|do|got|look after)\\b`);
const leavesSelf = /\bi (?:am|will|shall|go|leave|retire|resign|move|finish|have (?:resigned|left))\b/;
const toAsker = /\bto me\b|\bi (?:(?:am|will|shall) )*(?:take|taking) (?:over|on)\b|^(?:taking|to take) over from\b/;

const getting =
  "(?:takes?|taking|gets?|getting|inherits?|inheriting|receives?|receiving|replaces|replacing|picks? up|picking up|steps? in|becomes?|the successor|successor)";
const getsIt = new RegExp(`‹(\\d+)› (?:(?:is|will|be|to|should|can|would|must|has|have|could) )*(?:now )?${getting}\\b`);
const goesTo = /(?<!\bsuccessor )\bto ‹(\d+)›/;
const standsFor = /\b(?:with|by|for) ‹(\d+)›/;

/** The e-mail addresses of both, as far as the words tell. */
export function handedOver(utterance: Utterance): { person?: string | undefined; to?: string | undefined } {
  const { ask, people: all, context } = utterance;
  const people = [...new Set([...ask.matchAll(/‹(\d+)›/g)].map(([, place]) => all[Number(place)] as string))];
  const named = (pattern: RegExp): string | undefined => all[Number(pattern.exec(ask)?.[1] ?? -1)];
  const taker = named(getsIt) ?? named(goesTo);
  if (people.length > 1) {
    const to = taker ?? named(standsFor) ?? people[1];
    return { person: people.find((one) => one !== to), to };
  }
  const [only] = people;
  if (toAsker.test(ask) && only !== taker) return { person: only, to: context.asker };
  if (only && (own.test(ask) || (taker && leavesSelf.test(ask)))) return { person: context.asker, to: only };
  return taker ? { person: personBeforeOf(utterance), to: taker } : { person: only ?? (own.test(ask) ? context.asker : undefined) };
}
