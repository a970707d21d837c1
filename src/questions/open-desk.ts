import { answerIntent, INTENTS, intentNamed, traitsOf } from "../intents/index.js";
import { understand, understood } from "../nlu/index.js";
import { authorOf, type Managers, type WeekNotes } from "../people/index.js";
import { type Day, dayOf, type KnownPlan, type Plans } from "../plan/index.js";
import { type PlanChoices, placeOf } from "../request/plan-choices.js";
import { type Scene, type Sources, sceneOf } from "../request/scene.js";
import { firstPlan, type Turn } from "../request/turn.js";
import type { Answer } from "../shared/answer.js";
import { ownFields } from "../shared/block-fields.js";
import { UserFacingError } from "../shared/errors.js";
import type { Verb } from "../shared/verb.js";
import type { Storage } from "../storage/port.js";
import { concerned } from "./concerned.js";
import type { Desk, Reading, SentFile } from "./desk.js";
import { type Aside, inCompany } from "./in-company.js";
import { openMemory } from "./memory.js";
import { contextOf, heardIn, planFor } from "./plan-use/hearing.js";
import { marked, markedFound } from "./plan-use/marked.js";
import { signedPlan } from "./plan-use/signed-plan.js";
import { type AnswerSent, answerSent, messageKey, readAsAnswer, sentBefore } from "./quoted.js";
import { searchIn } from "./search/index.js";
import { readTwice } from "./second-reading.js";

export { marked } from "./plan-use/marked.js";

/** Who is away on a day and has one person stand in, by plan. */
type StandingIn = (planId: string, today: Day) => readonly string[];

export interface DeskParts extends Sources {
  storage: Storage;
  plans: Plans;
  /** Without it the default plan is used everywhere. */
  planChoices?: PlanChoices;
  managers: Pick<Managers, "all">;
  /** What buttons can have done. */
  verbs?: readonly Verb<Scene>[];
  /** For whom somebody stands in, by plan and day, as of a moment ago; what buttons do looks again. */
  standingIn?(email: string): Promise<StandingIn>;
  /** What a file that somebody sends is good for. */
  takeFile(file: SentFile, scene: Scene): Promise<Answer>;
  /** What the bot's messages were about, by place and message; without it quotes are read by their words alone. */
  answersSent?: WeekNotes<AnswerSent>;
  /** Where others read, answers that are one person's go to that person's own chat. */
  aside?: Aside;
}

export interface OpenDesk extends Desk<Scene> {
  /** Makes ready what the first question would have to wait for. */
  warm(): Promise<void>;
  /** Drops the words of conversations that are over, and then all of them. */
  forgetOld(now: Date): Promise<void>;
}

/** From a message to its answers: which plan, which intents, what may be said in company, what is remembered. */
export function openDesk({ storage, plans, planChoices, managers, verbs = [], takeFile, aside, standingIn, answersSent, ...sources }: DeskParts): OpenDesk {
  const memory = openMemory(storage);
  const verbByName = new Map(verbs.map((it) => [it.name, it]));
  /** What is looked up of every turn, all at once: the plans that are loaded, who the managers are, for whom the asker stands in; where there are several plans, which one is used here. */
  const aroundOf = async (turn: Pick<Turn, "conversationId" | "team" | "asker">) => {
    const [loaded, those, standing] = await Promise.all([plans.all(), managers.all(), standingIn?.(authorOf(turn).email)]);
    const [first] = loaded;
    if (!first) throw new UserFacingError("There is no plan yet. Ask a manager to import one.");
    const place = placeOf(turn);
    const chosen = loaded.length > 1 ? await planChoices?.of(place) : undefined;
    return { loaded, place, used: loaded.find(({ id }) => id === chosen) ?? first, those, standing };
  };
  type Around = Awaited<ReturnType<typeof aroundOf>>;
  const sceneIn = ({ used, those, standing, ...around }: Around, known: KnownPlan, turn: Omit<Turn, "text">): Scene => {
    const scene = sceneOf(known, turn, those, sources, { ...around, used: used.id });
    const others = [...new Set(around.loaded.flatMap(({ id }) => standing?.(id, scene.today) ?? []))];
    return others.length ? Object.assign(scene, { standsInFor: others }) : scene;
  };
  const sceneFor = async (turn: Omit<Turn, "text">) => {
    const around = await aroundOf(turn);
    return sceneIn(around, planFor(around, turn), turn);
  };

  const keepUnanswered = ({ text, at, onLost }: Turn, readings: Reading[]): void => {
    if (readings.every(({ question }) => traitsOf(question).unanswered)) void sources.unanswered.keep(text, at).catch((error: unknown) => onLost?.(error));
  };

  const answer = async (reading: Reading, scene: Scene) => {
    const asked = intentNamed(reading.question);
    if (!asked) throw new Error("unknown question");
    const args = asked.args.parse(reading.args) as Reading["args"];
    const given = await answerIntent(asked, args, scene);
    return inCompany(asked, args, asked.traits.plans === "all" ? given : marked(given, scene), scene, aside);
  };

  return {
    questions: INTENTS,
    async warm() {
      for (const known of await plans.all()) understand("how is the first of them doing by 1 May", contextOf(known, known.plan.starts, []));
    },
    async hear(turn, second) {
      const [around, last, quoted] = await Promise.all([aroundOf(turn), memory.of(turn), sentBefore(answersSent, turn)]);
      const about = quoted ?? readAsAnswer(around, turn) ?? { readings: last.readings, plan: last.plan };
      const heard = heardIn(around, turn, about.readings, about.plan);
      const today = dayOf(turn.at, heard.known.plan.timeZone);
      const { readings, asked } = heard.readings
        ? { readings: heard.readings, asked: heard.readings }
        : await readTwice(understood(heard.text, contextOf(heard.known, today, heard.before, turn)), second, {
            ...{ text: heard.text, known: heard.known, before: heard.before, today },
            asker: turn.asker.email,
          });
      const scene = sceneIn(
        around,
        readings.some(({ question }) => traitsOf(question).plans === "setting") ? (around.loaded[0] ?? heard.known) : heard.known,
        turn,
      );
      memory.remember(turn, last, asked, scene);
      keepUnanswered(turn, asked);
      const sentAs = (messageId: string) => answersSent?.note(messageKey(turn, messageId), answerSent(asked, heard.known.id));
      return { readings, scene, sentAs };
    },
    forget: memory.forget,
    forgetOld: memory.forgetOld,
    answer,
    async file(wanted, format, turn) {
      const scene = await sceneFor(turn);
      if (wanted.scope && !scene.catalogue.find(wanted.scope)) throw new UserFacingError(`${wanted.scope} is not in the plan.`);
      return sources.reports.file(scene, wanted, format);
    },
    take: async (file, turn) => takeFile(file, await sceneFor(turn)),
    staysFresh: ({ question }) => traitsOf(question).refreshable ?? false,
    concerned,
    async search(words, turn, from = 0) {
      const around = await aroundOf(turn);
      const { known, text, named } = heardIn(around, { ...turn, text: words }, []);
      const others = named ? [] : around.loaded.filter((one) => one !== known);
      const scenes = [known, ...others].map((one) => sceneIn(around, one, turn));
      return (await searchIn(scenes, text, from)).flatMap(({ scene, found }) => markedFound(found, scene));
    },
    answerNow: async (reading, turn) => answer(reading, await sceneFor(turn)),
    verbs: [...verbByName.keys()],
    async press({ verb: name, data }, turn) {
      const verb = verbByName.get(name);
      const given = verb?.data.safeParse(ownFields(data));
      if (!verb || !given?.success) return undefined;
      const plan = signedPlan(sources.forms, name, given.data) ?? turn.plan ?? firstPlan;
      const scene = await sceneFor({ ...turn, plan });
      return marked(await verb.run(given.data, scene), scene);
    },
  };
}
