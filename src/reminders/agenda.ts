/** Who has to hear something now, by few reads: the plan is in memory, and only what may be due is looked up. */
import type { Figures } from "../figures/index.js";
import { addDays, type Day, type ItemOf, type KnownPlan } from "../plan/index.js";
import type { KeptProgress, Progress } from "../progress/index.js";
import type { Calendar } from "./calendar.js";
import { candidateActions, candidateFigures, dueSpan, reachOf } from "./candidates.js";
import { isOpen, mayHear, settingsFor } from "./delivery-day.js";
import type { Digest, LeadItem, ManagerItem, ManagerStep, ReporterItem } from "./due-item.js";
import { type Heard, leadItems, stepsByPlan } from "./lead-items.js";
import type { LocalTime } from "./local-time.js";
import type { LogEntry } from "./log-entry.js";
import type { Undelivered, Week } from "./manager-lines/line.js";
import { type Coverage, coveredAt } from "./pass-state.js";
import type { ReminderFacts } from "./reminder-facts.js";
import { deliveryStateAfter, type ReminderLog } from "./reminder-log.js";
import { idOfReport, reporterItems, type Wanted } from "./reporter-items.js";
import { type DeliveryState, weekFor, whatToSay } from "./select-items.js";
import { type AllSettings, everyone, rhythmOn } from "./settings.js";
import { hearersOf, unclearFor, unclearSends } from "./unclear-sends.js";

type ActionItem = ItemOf<"action">;
export type HeardItem = Heard<LeadItem | ReporterItem>;

export interface AgendaParts {
  progress: Pick<Progress, "these" | "movedInto">;
  figures: Pick<Figures, "these">;
  log: Pick<ReminderLog, "open" | "newest" | "undelivered">;
  calendar: Calendar;
  usualHour: string;
}

/** The moment that is asked about. */
export interface Asked {
  known: KnownPlan;
  settings: AllSettings;
  local: LocalTime;
  covered: Coverage | undefined;
  managers: readonly string[];
  /** The hour does not count, and every day before is taken as done. */
  wholeDay?: boolean;
  /** Other plans are loaded, in whose messages may ride what has not arrived of this one. */
  several?: boolean;
}

/** What one person may have to hear: where to look again when it is about to go. */
export interface Due {
  to: string;
  deliveryState: DeliveryState;
  /** Their newest entry, which the next one takes the place of. */
  before?: LogEntry;
  sources: Sources;
  heard: HeardItem[];
  week?: Week;
  /** Messages to others that may not have arrived, of which a manager hears. */
  unclear?: Undelivered[];
  /** It was missed on a day of theirs, and today is none: it waits for the next one. */
  held?: boolean;
  /** Nothing is new: what may not have arrived rides in another plan's message, if there is one. */
  rides?: boolean;
}

/** Where what is heard comes from. */
export interface Sources {
  actions: ActionItem[];
  wanted: Wanted[];
}

interface Found {
  heard: HeardItem;
  from: ActionItem | Wanted;
}

const askedAtOnce = 1_000;

/** Somebody's own hour on a day. */
export const hourOf = (settings: AllSettings, email: string, day: Day, usualHour: string): string =>
  rhythmOn(settingsFor(settings, email), day).hour ?? usualHour;

/** Everybody for whom something is new, in order of their addresses. */
export async function agendaOf(parts: AgendaParts, asked: Asked): Promise<Due[]> {
  const { known, settings, local, covered, managers, wholeDay, several } = asked;
  const { calendar, usualHour } = parts;
  const today = local.day;
  const facts: ReminderFacts = { calendar, settings, known, today, said: new Map() };
  if (!isOpen(facts, today)) return [];
  const doneFor = (email: string) => (wholeDay ? addDays(today, -1) : coveredAt(covered, hourOf(settings, email, today, usualHour), today));
  const open = new Map((wholeDay ? [] : await parts.log.open(known.id)).map((entry) => [entry.person, entry]));
  const roughly = (email: string): DeliveryState => deliveryStateAfter(open.get(email), doneFor(email));
  const special = new Map([...settings.keys(), ...open.keys()].filter((who) => who !== everyone).map((email) => [email, roughly(email)]));
  const usual = wholeDay ? addDays(today, -1) : coveredAt(covered, usualHour, today);
  const found = await newSince(parts, facts, reachOf(facts, usual, special), roughly);
  const weeks = managers.flatMap((email) => weekFor(facts, email, today, roughly) ?? []);
  const unclear = managers.length ? await unclearSends(parts.log, known.id, today) : [];
  const told = hearersOf(unclear, facts, managers, today);
  const people = [...new Set([...found.map(({ heard }) => heard.going.to), ...weeks.map(({ to }) => to), ...told])].sort();
  const newest = wholeDay ? new Map<string, LogEntry>() : await parts.log.newest(known.id, people);
  const byPerson = new Map<string, Found[]>(people.map((to) => [to, []]));
  for (const one of found) byPerson.get(one.heard.going.to)?.push(one);
  return people.flatMap((to): Due[] => {
    if (!wholeDay && hourOf(settings, to, today, usualHour) > local.time) return [];
    const before = newest.get(to) ?? open.get(to);
    const deliveryState = deliveryStateAfter(before, doneFor(to));
    const theirs = byPerson.get(to) ?? [];
    const week = weeks.some((one) => one.to === to) ? weekOf(facts, managers, to, deliveryState) : undefined;
    const fresh = theirs.filter(({ heard }) => heard.going.day > deliveryState.through);
    const unsure = unclearFor(to, deliveryState, unclear, { ...facts, managers });
    const rides = !week && !fresh.length && !unsure.length;
    if (rides && (!several || !deliveryState.owedAfter || !theirs.length)) return [];
    const held = !rides && !mayHear(facts, to, today) && !fresh.some(({ heard }) => heard.going.day === today);
    const heard = theirs.map((one) => one.heard);
    const news = { ...(week && { week }), ...(unsure.length && { unclear: unsure }), ...(held && { held }), ...(rides && { rides }) };
    return [{ to, deliveryState, ...(before && { before }), sources: sourcesOf(theirs), heard, ...news }];
  });
}

/** What one person hears of one plan; each thing says of which where `several` are loaded. */
export function digestOf(
  { known: { id, name }, several }: { known: KnownPlan; several: boolean },
  day: Day,
  { to, deliveryState, heard, rides }: Pick<Due, "to" | "deliveryState" | "heard" | "rides">,
  week: readonly ManagerItem[] = [],
): Digest {
  const items = whatToSay(to, deliveryState, heard, { managers: week, rides });
  return { plan: id, to, kind: "digest", day, items: several ? items.map((item) => ({ ...item, of: { id, name } })) : items };
}

/** What is about no plan, and said with each. */
const ofTheHouse: ReadonlySet<string> = new Set<ManagerStep>(["pass missed", "not delivered", "cannot be reached"]);

/** What somebody hears of several plans on one day, as one message; nothing where nothing is new in any. At least one digest. */
export function joined(digests: readonly Digest[]): Digest {
  const [first] = digests as [Digest];
  const said = new Set<string>();
  const all = digests
    .flatMap((digest) => digest.items)
    .filter(({ key, why, step }) => {
      const twice = ofTheHouse.has(step) && said.has(`${key} ${why}`);
      said.add(`${key} ${why}`);
      return !twice;
    });
  const items = all.some(({ again }) => !again) ? all.sort((a, b) => a.pressing - b.pressing) : [];
  return { ...first, plan: items[0]?.of?.id ?? first.plan, items };
}

/** The week that somebody hears of as a manager, or in a manager's place. */
export const weekOf = (facts: ReminderFacts, managers: readonly string[], to: string, deliveryState: DeliveryState): Week | undefined =>
  managers.flatMap((email) => weekFor(facts, email, facts.today, () => deliveryState) ?? []).find((one) => one.to === to)?.week;

const isWanted = (from: ActionItem | Wanted): from is Wanted => "period" in from;

function sourcesOf(found: readonly Found[]): Sources {
  const all = [...new Set(found.map(({ from }) => from))];
  return { actions: all.filter((one) => !isWanted(one)) as ActionItem[], wanted: all.filter(isWanted) };
}

/** What nobody may have heard of yet, by the plan first, then by what was said of it since. */
async function newSince(
  parts: AgendaParts,
  facts: ReminderFacts,
  reach: ReturnType<typeof reachOf>,
  deliveryStateOf: (email: string) => DeliveryState,
): Promise<Found[]> {
  const { known, today } = facts;
  const isNew = ({ going }: Pick<HeardItem, "going">) => {
    const { through, owedAfter } = deliveryStateOf(going.to);
    return going.day > (owedAfter && owedAfter < through ? owedAfter : through);
  };
  const span = dueSpan(reach, today);
  const moved = span.from <= span.to ? await parts.progress.movedInto(known.id, span) : [];
  const dated = candidateActions(facts, reach).filter((item) => stepsByPlan(facts, item).some((going) => isNew({ going })));
  const actions = [...new Set([...dated, ...moved.flatMap(({ action }) => known.catalogue.find(action) ?? [])])].filter((item) => item.type === "action");
  const bare = { ...facts, reported: new Set<string>() };
  const wanted = candidateFigures(facts, reach).filter((one) => reporterItems(bare, one).some(isNew));
  const now = await looked(parts, facts, { actions, wanted }, moved);
  return [
    ...actions.flatMap((from) => leadItems(now, from).map((heard): Found => ({ heard, from }))),
    ...wanted.flatMap((from) => reporterItems(now, from).map((heard): Found => ({ heard, from }))),
  ].filter(({ heard }) => isNew(heard));
}

/** The standing with what is kept of these actions and figures. */
export async function looked(
  { progress, figures }: Pick<AgendaParts, "progress" | "figures">,
  facts: ReminderFacts,
  { actions, wanted }: Sources,
  known: readonly KeptProgress[] = [],
): Promise<ReminderFacts & { reported: ReadonlySet<string> }> {
  const said = new Map(known.map((kept) => [kept.action, kept]));
  const unread = actions.map(({ id }) => id).filter((id) => !said.has(id));
  for (const ids of chunks(unread)) for (const [id, kept] of await progress.these(facts.known.id, ids)) said.set(id, kept);
  const reported = new Set<string>();
  for (const ids of chunks(wanted.map((one) => idOfReport(facts, one)))) for (const { _id } of await figures.these(ids)) reported.add(_id);
  return { ...facts, said, reported };
}

function chunks<T>(all: readonly T[]): T[][] {
  const made: T[][] = [];
  for (let from = 0; from < all.length; from += askedAtOnce) made.push(all.slice(from, from + askedAtOnce));
  return made;
}
