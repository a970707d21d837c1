import { answerIntent, INTENTS, intentNamed, traitsOf } from "../intents/index.js";
import { understand } from "../nlu/index.js";
import type { Directory, WeekNotes } from "../people/index.js";
import type { KnownPlan } from "../plan/index.js";
import { readOnce } from "../request/read-once.js";
import { type Scene, type Sources, sceneOf } from "../request/scene.js";
import { firstPlan, type Turn } from "../request/turn.js";
import type { Answer } from "../shared/answer.js";
import { ownFields } from "../shared/block-fields.js";
import { UserFacingError } from "../shared/errors.js";
import type { Verb } from "../shared/verb.js";
import type { Storage } from "../storage/port.js";
import { attempt } from "./attempt.js";
import { openBegunAnswers } from "./begun-answers.js";
import { openCalling, withoutChats } from "./calling.js";
import { concerned } from "./concerned.js";
import type { Desk, Reading, SentFile } from "./desk.js";
import { openHearing } from "./hear.js";
import { type Aside, inCompany } from "./in-company.js";
import { openMemory } from "./memory.js";
import { contextOf, heardIn, planFor } from "./plan-use/hearing.js";
import { marked, markedFound } from "./plan-use/marked.js";
import { signedPlan } from "./plan-use/signed-plan.js";
import { type AnswerSent, answerSent, messageKey } from "./quoted.js";
import { searchIn } from "./search/index.js";
import { type Around, isSame, openSurroundings, type SurroundingParts } from "./surroundings.js";

export { marked } from "./plan-use/marked.js";

export interface DeskParts extends Sources, SurroundingParts {
  storage: Storage;
  directory: Pick<Directory, "names" | "everyone">;
  /** What buttons can have done. */
  verbs?: readonly Verb<Scene>[];
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
  const surroundings = openSurroundings({ plans, planChoices, managers, standingIn });
  const calling = openCalling(sources.directory);
  const verbByName = new Map(verbs.map((it) => [it.name, it]));
  const sceneIn = ({ used, managers: those, standing, loaded, place }: Around, known: KnownPlan, turn: Omit<Turn, "text">): Scene => {
    const scene = sceneOf(known, turn, those, sources, { loaded, place, used: used.id });
    const others = [...new Set(loaded.flatMap(({ id }) => standing?.(id, scene.today) ?? []))];
    return others.length ? Object.assign(scene, { standsInFor: others }) : scene;
  };
  /** What `read` comes to in the scene as it is now. It may be begun in the scene that was known last, and again in the one of now: it must not write. */
  const readIn = async <R>(turn: Omit<Turn, "text">, read: (scene: Scene) => Promise<R>): Promise<{ scene: Scene; found: R }> => {
    const asked = surroundings.of(turn);
    const last = surroundings.last(turn);
    const begin = (around: Around) => {
      const scene = sceneIn(around, planFor(around, turn), turn);
      return { scene, found: read(scene) };
    };
    const begun = last && attempt(() => begin(last));
    begun?.found.catch(() => undefined);
    const now = await asked;
    const { scene, found } = begun && isSame(last, now) ? begun : begin(now);
    return { scene, found: await found };
  };
  const sceneFor = async (turn: Omit<Turn, "text">) => (await readIn(turn, async () => undefined)).scene;

  const keepUnanswered = ({ text, at, onLost }: Turn, readings: Reading[]): void => {
    if (readings.every(({ question }) => traitsOf(question).unanswered)) void sources.unanswered.keep(text, at).catch((error: unknown) => onLost?.(error));
  };

  const argsOf = ({ question, args }: Reading) => {
    const intent = intentNamed(question);
    if (!intent) throw new Error("unknown question");
    return { intent, args: intent.args.parse(args) as Reading["args"] };
  };
  const begunIn = openBegunAnswers();
  const begin = (reading: Reading, scene: Scene): Promise<Answer> => {
    const { intent, args } = argsOf(reading);
    calling.begin();
    return answerIntent(intent, args, readOnce(scene));
  };
  const finish = async (reading: Reading, given: Promise<Answer>, scene: Scene): Promise<Answer> => {
    const { intent, args } = argsOf(reading);
    const named = await calling.said(scene, async () => (intent.traits.plans === "all" ? given : marked(await given, scene)));
    return inCompany(intent, args, named, scene, aside);
  };

  const hear = openHearing({
    ...{ surroundings, memory, answersSent, sceneIn },
    begin: (readings, scene) => begunIn.put(scene, readings, (reading) => begin(reading, scene)),
  });

  return {
    questions: INTENTS,
    async warm() {
      for (const known of await plans.all()) understand("how is the first of them doing by 1 May", contextOf(known, known.plan.starts, []));
    },
    async hear(turn, second) {
      const { readings, asked, scene, known, last, isNew } = await hear(turn, second);
      if (!isNew) return { readings: [], scene };
      memory.remember(turn, last, asked, scene);
      keepUnanswered(turn, asked);
      const sentAs = (messageId: string) => answersSent?.note(messageKey(turn, messageId), answerSent(asked, known.id));
      return { readings, scene, sentAs };
    },
    forget: memory.forget,
    forgetOld: memory.forgetOld,
    answer: async (reading, scene) => finish(reading, begunIn.take(scene, reading) ?? begin(reading, scene), scene),
    async file(wanted, format, turn) {
      const scene = await sceneFor(turn);
      if (wanted.scope && !scene.catalogue.find(wanted.scope)) throw new UserFacingError(`${wanted.scope} is not in the plan.`);
      return sources.reports.file(scene, wanted, format);
    },
    async take(file, turn) {
      const scene = await sceneFor(turn);
      return calling.said(scene, () => takeFile(file, scene));
    },
    staysFresh: ({ question }) => traitsOf(question).refreshable ?? false,
    concerned,
    async search(words, turn, from = 0) {
      const around = await surroundings.of(turn);
      const { known, text, named } = heardIn(around, { ...turn, text: words }, []);
      const others = named ? [] : around.loaded.filter((one) => one !== known);
      const scenes = [known, ...others].map((one) => sceneIn(around, one, turn));
      const found = (await searchIn(scenes, text, from)).flatMap(({ scene, found }) => markedFound(found, scene));
      const { text: said, answer } = await calling.of(sceneIn(around, known, turn));
      return found.map((one) => ({ ...one, detail: said(one.detail), card: withoutChats(answer(one.card)) }));
    },
    async answerNow(reading, turn) {
      const { scene, found } = await readIn(turn, (it) => begin(reading, it));
      return finish(reading, Promise.resolve(found), scene);
    },
    verbs: [...verbByName.keys()],
    async press({ verb: name, data }, turn) {
      const verb = verbByName.get(name);
      const given = verb?.data.safeParse(ownFields(data));
      if (!verb || !given?.success) return undefined;
      const plan = signedPlan(sources.forms, name, given.data) ?? turn.plan ?? firstPlan;
      const { scene, found } = await readIn({ ...turn, plan }, async (it) => verb.look?.(given.data, it));
      return calling.said(scene, async () => marked(await verb.run(given.data, scene, found), scene));
    },
  };
}
