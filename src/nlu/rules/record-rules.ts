/** What was changed, by whom, since when. */
import type { Item } from "../../plan/index.js";
import { reading, readingsAbout, scopeId, windowOf } from "../readings.js";
import { subjectOf } from "../subject.js";
import { itemsIn, timeOf } from "../utterance.js";
import { personOf, type Rule } from "./rule.js";

const changed = "(?:changed|changes|updated|updates|edited|edits|altered|amended|new|moved|happened|been done|saved|different)";
const whoChanged =
  /\bwho\b.*\b(?:changed|updated|edited|altered|amended|marked|moved|closed|did (?:it|that|this))\b|\b(?:last )?(?:changed|updated|edited) by whom\b|\bwho (?:set|put|turned|made) (?:the )?«\d+»|\bwhen (?:was|did) .*\b(?:changed|updated|edited|change)\b|^what (?:has |was |is )?changed (?:on|with|about|for|to) (?:the )?(?:action )?«|^(?:show |list |the |me )*(?:audit trail|audit log|change ?log)[ ?.]*$/;
const history = /\b(?:history|change ?log|audit trail|trail|log|record) (?:of|for|on)\b|\bchanges? (?:to|of|on|in|for) (?:the )?«/;

const types: Item["type"][] = ["theme", "priority", "action"];

/** "who changed 2.3.1", "history of 2.3" */
export const whoChangedIt: Rule = (utterance) => {
  const { ask } = utterance;
  if ((!whoChanged.test(ask) && !history.test(ask)) || /\bsince\b/.test(utterance.line)) return undefined;
  const subject = subjectOf(utterance, { types });
  const plan = () => reading("who-changed", { scope: "plan" });
  if (subject.found === "nothing" && !subject.strange.length) return [plan()];
  if (subject.found === "nothing") return undefined;
  const found = readingsAbout(
    utterance,
    subject,
    ({ id }) => reading("who-changed", { scope: id }),
    (id) => `Who changed ${id}?`,
    plan,
  );
  return found.length ? found : undefined;
};

/** "what changed since 1 October", "what changed since the last committee", "what has changed in 2.3 this week" */
export const changedSince: Rule = (utterance) => {
  const { ask } = utterance;
  const committee =
    /\b(?:last|previous|latest) (?:meeting|committee|board|cabinet|council|scrutiny|panel)\b|\bsince (?:the )?(?:committee|board|cabinet|council|panel)\b/.test(
      ask,
    ) || undefined;
  const time = utterance.gone ?? timeOf(utterance);
  const asks = new RegExp(
    `\\bwhat(?: has| is| have| all)*(?: been)? ${changed}\\b|\\b(?:what|which|any|anything|all|list|show|the) (?:\\S+ ){0,2}${changed}\\b|^(?:recent )?changes\\b|\\bwhat (?:did|has|have) (?:‹\\d+›|i|we|they) changed?\\b`,
  ).test(ask);
  const bare =
    /^(?:and |so )*(?:what (?:has |have |is |was )*changed|what did i change|(?:show |list |me )*my changes|what have i changed|(?:show |list |the |me )*(?:audit trail|audit log|change ?log))[ ?.!]*$/.test(
      ask,
    );
  const mine = /\b(?:did i change|my changes|have i changed)\b/.test(ask) ? utterance.context.asker : undefined;
  if (bare) return [reading("changed-since", { person: mine })];
  const came =
    /\b(?:what|which|any|all|list|show)\b.*\bfigures?\b.*\b(?:came in|come in|were reported|have been reported|reported|changed|corrected|arrived|were entered)\b/.test(
      ask,
    ) && time !== undefined;
  if (came && !/\b(?:not|missing|by)\b/.test(ask)) return [reading("changed-since", { person: personOf(utterance), window: windowOf(time) })];
  if (!asks || (!committee && !time && !/\b(?:recent|recently|lately|latest)\b/.test(ask))) return undefined;
  if (/\b(?:due|overdue|figures?|values?)\b/.test(ask)) return undefined;
  const named = itemsIn(utterance).length > 0 || utterance.topic.chunks.length > 0;
  const scope = named ? scopeId(subjectOf(utterance, { types })) : undefined;
  return [reading("changed-since", { scope, person: personOf(utterance), committee, window: time && !committee ? windowOf(time) : undefined })];
};
