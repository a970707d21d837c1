/** Wanting reminders otherwise: paused, snoozed, at another hour, for somebody else. Read from the whole line: "remind me" is more than courtesy here. */
import { hourIn, weekdaysIn } from "../clock-words.js";
import { nameSaid } from "../name-said.js";
import { reading } from "../readings.js";
import { itemsIn, timeOf } from "../utterance.js";
import { aboutAction } from "./about-action.js";
import { answer, notMine } from "./answering-rules.js";
import { doing, everybody, firstDay, lastDay, lastDayOf, me, noun, ofReminders, whoIs } from "./reminder-words.js";
import type { Rule } from "./rule.js";
import { ahead, askEverybody, askUpdate, myReminders, now, sent, unreachable } from "./sending-rules.js";

const stopping =
  "(?:stop|pause|paus(?:e|ing)|suspend|hold(?: off(?: on)?| back| fire(?: on)?)?|halt|freeze|silence|quieten|mute|switch off|turn off|disable|cancel|cease|no(?: more| further)?|do not|quit|cut out|knock off|unsubscribe|opt out|leave|skip|off)";
const stops = new RegExp(
  [
    `\\b${stopping}\\b(?: \\S+){0,5}? (?:${noun}|${doing})\\b`,
    `\\b(?:${noun}|reminding|sending|nagging|chasing)\\b.*\\b(?:on hold|on pause|off|paused|suspended|stop|stopped|muted|on ice)\\b`,
    `^(?:please )?(?:pause|mute|suspend)\\b|\\b(?:pause|mute|suspend|halt|stop|hold) (?:everything|all(?: of it)?|it all|sending|messages|yourself|the bot)\\b`,
    `\\bgive (?:\\S+ ){1,3}?a (?:break|rest) from\\b.*\\b(?:${noun}|messages|${doing})\\b`,
    `\\b(?:unsubscribe|opt out|leave me (?:alone|in peace|be)|shut up|shut(?= ⟦)|shush(?= ⟦)|be quiet|go quiet|stay quiet|keep quiet)\\b`,
    "\\b(?:do|does) not (?:want|need|like)(?: \\S+){0,4} (?:reminders?|reminding|nudges?|messages from you)\\b",
    "\\bdo not send\\b(?: \\S+)? (?:anything|any|out|messages)\\b|\\bleave (?:‹\\d+›|everyone|everybody|people|them|us|\\p{L}+) (?:alone|in peace|be)\\b",
    "\\b(?:no|not any) (?:more )?(?:reminders?|messages|nudges?|pings?)\\b",
  ].join("|"),
);

const everyWeek = /\b(?:mon|tues|wednes|thurs|fri)days\b/;
/** "how do I turn these off", "I get too many of them" */
const asksToStop = new RegExp(
  `\\b(?:how (?:do|can|could)|can|may|could) i (?:\\S+ ){0,2}?(?:turn|switch|mute|stop|unsubscribe|opt|disable|silence)\\b|\\bgive it a rest\\b|\\bno more of (?:these|those|them|this)\\b|\\bwant out of\\b.*\\b(?:${noun}|messages)\\b|\\b(?:messages|${noun})\\b.*\\bmake (?:them|it|this) stop\\b|\\btoo (?:many|much|often|frequent\\S*)\\b.*\\b(?:${noun}|messages|${doing})\\b|\\b(?:${noun}|messages)\\b.*\\btoo (?:many|much|often|frequent)`,
);

/** "pause reminders until 12 May because of the election", "stop reminding me", "no reminders for Jo until June" */
const pause: Rule = (utterance) => {
  const { line } = utterance;
  if (asksToStop.test(line) && !itemsIn(utterance).length && !lastDay(utterance)) return [reading("reminders-stop", {})];
  if (!stops.test(line)) return undefined;
  if (resumes.test(line)) return undefined;
  // "no reminders on Fridays" is about their own week.
  if (everyWeek.test(utterance.said) && !utterance.people.length) return own(utterance);
  const until = lastDay(utterance);
  const who = whoIs(utterance);
  const self =
    new RegExp(`\\b(?:${me})\\b|\\bi (?:do|would|am|can|will|get)\\b|\\bopt out\\b|\\bunsubscribe\\b`).test(line) && !who.person && !everybody.test(line);
  if (self) return [until ? reading("reminders-away", { from: firstDay(utterance), until }) : reading("reminders-stop", {})];
  return [reading("reminders-pause", { ...(!everybody.test(line) && who), from: firstDay(utterance), until })];
};

const resumes = new RegExp(
  [
    `\\b(?:resume|unpause|restart|reinstate|re ?enable|unmute|lift|end|undo|cancel|stop|remove) (?:\\S+ ){0,4}?(?:pause|break|silence|hold|suspension|mute)\\b`,
    `\\b(?:resume|unpause|restart|reinstate|unmute|re ?enable|reactivate)\\b.*\\b(?:${noun}|${doing}|sending|messages|everything|all|it)\\b|^(?:please )?(?:resume|unpause|unmute)\\b`,
    `\\b(?:start|begin|turn|switch|put|set|carry on|continue|go on|get)\\b.*\\b(?:${noun}|${doing}|sending)\\b.*\\b(?:again|back on|on(?! (?:hold|pause|ice))|as normal|as usual)\\b|\\b(?:start|begin|carry on|continue|go on)(?: with)? (?:the )?(?:${noun}|${doing})\\b`,
    `\\b${noun} (?:can|may|should|could) (?:start|go|come|resume|run|restart)\\b`,
    `\\b(?:${noun}) (?:back )?(?:on(?! (?:hold|pause|ice|⟦|\\S+days?))|again)\\b|\\byou (?:can|may) (?:remind|send|nudge|start)\\b.*\\bagain\\b|\\b(?:remind|nudge) (?:\\S+ )?again\\b`,
  ].join("|"),
);

const resume: Rule = (utterance) => {
  const { line } = utterance;
  if (!resumes.test(line) || (!ofReminders.test(line) && !/\b(?:unpause|pause|resume|sending)\b/.test(line))) return undefined;
  const who = whoIs(utterance);
  if (new RegExp(`\\b${me}\\b`).test(line) && !who.person) return [reading("reminders-own", { back: true })];
  return [reading("reminders-resume", everybody.test(line) ? {} : who)];
};

const isAway =
  /\b(?:on|going on|away on|from my|for my|of) (?:annual |sick |maternity |paternity |parental |unpaid |study |a |my |jury )*(?:holiday|leave|vacation|hols|secondment|sabbatical|jury service)\b|\bi (?:am|will be|shall be|be) (?:away|off|out|not in|not here|not around|not at work|absent|ill|sick|abroad|unavailable)\b|\bi (?:will|shall|am going to) not be (?:in|here|around|at work|available|working)\b|\bout of (?:the )?office\b|\b(?:my|set|book|add|log) (?:\S+ )?(?:holiday|annual leave|leave|absence|vacation)\b|\b(?:annual|sick|maternity|paternity|parental) leave\b|^(?:holiday|leave|away|off|out|vacation|hols)\b.*⟦/;
const covers =
  /\b(?:covers?|covering|stands? in|standing in|deputis(?:es|e|ing)|fills? in|filling in|takes? over(?! (?:the|our|priority|action|all|everything|what|«))|holds? the fort|deputy|cover|stand in|looks? after|in my place|instead of me|while i|has got it|has it|on my behalf|my (?:reminders|messages|digest) (?:\S+ )?to)\b/;
const isBack =
  /\bi (?:am|have come|got|came) back\b|\breturned from (?:my |annual |sick )?(?:holiday|leave|vacation)\b|\bback (?:from (?:my |annual |sick )?(?:holiday|leave|vacation)|at work|in the office|at my desk)\b|\b(?:end|cancel|cut short|remove|delete|stop|forget) (?:my )?(?:holiday|leave|absence|cover|deputy|out of office)\b|\bno longer (?:away|on (?:holiday|leave)|off)\b/;

/** "I am on holiday until 20 August, Sam covers for me" */
const away: Rule = (utterance) => {
  const { line } = utterance;
  if (isBack.test(line)) return [reading("reminders-own", { back: true })];
  const absent = isAway.test(line);
  const covered = covers.test(line) && new RegExp(`\\b(?:i|${me})\\b`).test(line);
  if (itemsIn(utterance).length || (!absent && !covered) || /^(?:who|what|when|how|which|is|are|does|do)\b/.test(line)) return undefined;
  if (!absent && !lastDay(utterance) && !utterance.people.length && !nameSaid(utterance)) return undefined;
  const [deputy] = utterance.people;
  const from = firstDay(utterance);
  return [reading("reminders-away", { from, until: lastDayOf(utterance, from) ?? lastDay(utterance), deputy, name: deputy ? undefined : nameSaid(utterance) })];
};

const ofOwnTime = new RegExp(
  [
    `\\b(?:remind|nudge|message|send|ping|chase|prompt|tell) (?:(?:it|them|my|the|these|reminders?|messages?|digest) )*(?:to )?${me}\\b`,
    `\\b(?:my|me) (?:\\S+ ){0,2}?${noun}\\b|\\b${noun} (?:to |for )?me\\b`,
    `\\bi (?:do not |only |just )*work\\b|\\bmy (?:working|non working) days?\\b|\\bi am (?:only )?(?:part time|in on|in the office on)\\b`,
    `\\b(?:set|change|move|make|switch|put|want|would like|like|prefer|rather)\\b.*\\b(?:${noun}|messages)\\b`,
    "\\bmy days? off\\b|^(?:not|only|just|never) (?:on )?\\S+days\\b",
    `^(?:only |not |no |never )?(?:${noun} )?(?:only )?(?:on |at )`,
    `\\b(?:no|not|only|never) (?:${noun})?\\b.*\\b(?:mon|tues|wednes|thurs|fri)days?\\b`,
  ].join("|"),
);
const settings = new RegExp(
  `\\b(?:my|the|own|personal|change|edit|set up) (?:\\S+ )?(?:reminder|notification|digest) (?:settings?|preferences|time|times|hours?|days?|options)\\b|\\b(?:settings|preferences) (?:for|of) (?:my )?${noun}\\b|^(?:reminder|notification) (?:settings|preferences|options)\\b|\\b(?:when|what time|which days?|how often) (?:do|will|can|should|would) (?:you|i|my) (?:\\S+ )?(?:get|be|${doing}|send|${noun}|reminded)\\b|\\bchange (?:when|what time|the time|the day|the hour)\\b.*\\b(?:${doing}|send|${noun}|reminded)\\b`,
);
/** "remind me who leads 2.3" asks who leads 2.3. */
const asksElse = /\bremind me(?: please)? (?:who|what|whose|which|where|why|how|of the|if|whether|when (?!i\b))/;

/** "remind me at 8", "on Mondays only", "not on Fridays", "my reminder settings" */
const own: Rule = (utterance) => {
  const { line, said } = utterance;
  if (asksElse.test(line) || itemsIn(utterance).length || utterance.people.length) return undefined;
  if (/^(?:what|who|which reminders) (?:is|are|will)\b/.test(line) && !settings.test(line)) return undefined;
  const [hour, days] = [hourIn(said), weekdaysIn(said)];
  if (settings.test(line)) return [reading("reminders-own", { hour, days })];
  if (
    !ofOwnTime.test(line) ||
    (!hour && !days) ||
    (!ofReminders.test(line) && !/\b(?:work|working|part time|send|messages?|days? off)\b|^(?:not|only|just|never) (?:on )?\S+days\b/.test(line))
  )
    return undefined;
  return [reading("reminders-own", { hour, days })];
};

const snoozes = new RegExp(
  [
    "\\b(?:snooz(?:e|es|ed|ing)|mute|park|shelve|shush|hush|quiet about)\\b",
    `\\b(?:remind|nudge|ask|chase|tell|ping|prompt) me\\b(?! (?:who|what|which|why|how|where|whose|if|whether|when)\\b).*\\b(?:about|of|again|later|then)\\b`,
    `\\b(?:remind|nudge|ask|chase) me (?:again |back )*(?:on|in|after|from|at|later|next|⟦)`,
    `\\b(?:do not|stop|no|pause|hold|not|quit)\\b.*\\b(?:${noun}|${doing}|remind|ask)\\b.*(?:«|\\bit\\b|\\bthat\\b|\\bthis\\b)`,
    "\\bbring «\\d+» (?:up|back)\\b|«\\d+» can wait\\b|\\b(?:hold|put) «\\d+» (?:off |back )?(?:for|until|till|⟦)",
    "\\bleave «\\d+» (?:alone|be|for now)\\b|\\bcome back to (?:«|me about|it|this|that)",
  ].join("|"),
);

/** "snooze 2.3.1 until 1 June because …", "remind me about 2.3.1 in two weeks" */
const snooze: Rule = (utterance) => {
  const { line } = utterance;
  if (!snoozes.test(line) || asksElse.test(line)) return undefined;
  const named = itemsIn(utterance).length > 0 || utterance.unknown.length > 0;
  if (!named && !/\bsnooz|\b(?:it|that|this)\b|\b(?:about|of)\b/.test(line)) return undefined;
  if (!named && (stops.test(line) || isAway.test(line)) && !/\bsnooz/.test(line)) return undefined;
  const until = lastDay(utterance);
  return aboutAction(
    utterance,
    "reminders-snooze",
    { until },
    (id) => `Snooze ${id}${until ? ` until ${timeOf(utterance)?.label.replace(/^by /, "") ?? until}` : ""}`,
  );
};

const firstOf =
  (rules: readonly Rule[]): Rule =>
  (utterance) => {
    for (const rule of rules) {
      const found = rule(utterance);
      if (found?.length) return found;
    }
    return undefined;
  };

export const reminders: Rule = firstOf([
  unreachable,
  notMine,
  snooze,
  askEverybody,
  askUpdate,
  resume,
  now,
  pause,
  away,
  myReminders,
  own,
  sent,
  ahead,
  answer,
]);
/** Those that take a reason. */
export const reasonedReminders: Rule = firstOf([notMine, snooze, pause, away, answer]);
