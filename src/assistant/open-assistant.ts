import { answerIntent, INTENTS, intentNamed, traitsOf } from "../intents/index.js";
import { understand } from "../nlu/index.js";
import type { Directory, WeekNotes } from "../people/index.js";
import type { KnownPlan } from "../plan/index.js";
import { type AnswerContext, answerContextOf, type Sources } from "../request/answer-context.js";
import { readOnce } from "../request/read-once.js";
import { firstPlan, type Turn } from "../request/turn.js";
import type { Answer } from "../shared/answer.js";
import { ownFields } from "../shared/block-fields.js";
import { UserFacingError } from "../shared/errors.js";
import type { Verb } from "../shared/verb.js";
import type { Storage } from "../storage/port.js";
import type { Assistant, Interpretation, SentFile } from "./assistant.js";
import { attempt } from "./attempt.js";
import { openBegunAnswers } from "./begun-answers.js";
import { openCalling, withoutChats } from "./calling.js";
import { concerned } from "./concerned.js";
import { openHearing } from "./hear.js";
import { openMemory } from "./memory.js";
import { contextOf, heardIn, planFor } from "./plan-use/hearing.js";
import { marked, markedFound } from "./plan-use/marked.js";
import { signedPlan } from "./plan-use/signed-plan.js";
import { type Aside, inCompany } from "./privacy-filter.js";
import { type AnswerSent, answerSent, messageKey } from "./quoted.js";
import { searchIn } from "./search/index.js";
import { isSame, openSurroundings, type SurroundingParts, type TurnSurroundings } from "./surroundings.js";

export { marked } from "./plan-use/marked.js";

export interface AssistantParts extends Sources, SurroundingParts {
  storage: Storage;
  directory: Pick<Directory, "names" | "everyone">;
  /** What buttons can have done. */
  verbs?: readonly Verb<AnswerContext>[];
  /** What a file that somebody sends is good for. */
  takeFile(file: SentFile, context: AnswerContext): Promise<Answer>;
  /** What the bot's messages were about, by place and message; without it quotes are read by their words alone. */
  answersSent?: WeekNotes<AnswerSent>;
  /** Where others read, answers that are one person's go to that person's own chat. */
  aside?: Aside;
}

export interface OpenAssistant extends Assistant<AnswerContext> {
  /** Makes ready what the first question would have to wait for. */
  warm(): Promise<void>;
  /** Drops the words of conversations that are over, and then all of them. */
  forgetOld(now: Date): Promise<void>;
}

/** From a message to its answers: which plan, which intents, what may be said in company, what is remembered. */
export function openAssistant({
  storage,
  plans,
  planChoices,
  managers,
  verbs = [],
  takeFile,
  aside,
  standingIn,
  answersSent,
  ...sources
}: AssistantParts): OpenAssistant {
  const memory = openMemory(storage);
  const surroundings = openSurroundings({ plans, planChoices, managers, standingIn });
  const calling = openCalling(sources.directory);
  const verbByName = new Map(verbs.map((it) => [it.name, it]));
  const contextIn = ({ used, managers: those, standing, loaded, place }: TurnSurroundings, known: KnownPlan, turn: Omit<Turn, "text">): AnswerContext => {
    const context = answerContextOf(known, turn, those, sources, { loaded, place, used: used.id });
    const others = [...new Set(loaded.flatMap(({ id }) => standing?.(id, context.today) ?? []))];
    return others.length ? Object.assign(context, { standsInFor: others }) : context;
  };
  /** What `read` comes to in the context as it is now. It may be begun in the context that was known last, and again in the one of now: it must not write. */
  const readIn = async <R>(turn: Omit<Turn, "text">, read: (context: AnswerContext) => Promise<R>): Promise<{ context: AnswerContext; found: R }> => {
    const asked = surroundings.of(turn);
    const last = surroundings.last(turn);
    const begin = (around: TurnSurroundings) => {
      const context = contextIn(around, planFor(around, turn), turn);
      return { context, found: read(context) };
    };
    const begun = last && attempt(() => begin(last));
    begun?.found.catch(() => undefined);
    const now = await asked;
    const { context, found } = begun && isSame(last, now) ? begun : begin(now);
    return { context, found: await found };
  };
  const contextFor = async (turn: Omit<Turn, "text">) => (await readIn(turn, async () => undefined)).context;

  const keepUnanswered = ({ text, at, onLost }: Turn, readings: Interpretation[]): void => {
    if (readings.every(({ question }) => traitsOf(question).unanswered)) void sources.unanswered.keep(text, at).catch((error: unknown) => onLost?.(error));
  };

  const argsOf = ({ question, args }: Interpretation) => {
    const intent = intentNamed(question);
    if (!intent) throw new Error("unknown question");
    return { intent, args: intent.args.parse(args) as Interpretation["args"] };
  };
  const begunIn = openBegunAnswers();
  const begin = (reading: Interpretation, context: AnswerContext): Promise<Answer> => {
    const { intent, args } = argsOf(reading);
    calling.begin();
    return answerIntent(intent, args, readOnce(context));
  };
  const finish = async (reading: Interpretation, given: Promise<Answer>, context: AnswerContext): Promise<Answer> => {
    const { intent, args } = argsOf(reading);
    const named = await calling.said(context, async () => (intent.traits.plans === "all" ? given : marked(await given, context)));
    return inCompany(intent, args, named, context, aside);
  };

  const hear = openHearing({
    ...{ surroundings, memory, answersSent, contextIn },
    begin: (readings, context) => begunIn.put(context, readings, (reading) => begin(reading, context)),
  });

  return {
    questions: INTENTS,
    async warm() {
      for (const known of await plans.all()) understand("how is the first of them doing by 1 May", contextOf(known, known.plan.starts, []));
    },
    async hear(turn, second) {
      const { readings, asked, context, known, last, isNew } = await hear(turn, second);
      if (!isNew) return { readings: [], context };
      memory.remember(turn, last, asked, context);
      keepUnanswered(turn, asked);
      const sentAs = (messageId: string) => answersSent?.note(messageKey(turn, messageId), answerSent(asked, known.id));
      return { readings, context, sentAs };
    },
    forget: memory.forget,
    forgetOld: memory.forgetOld,
    answer: async (reading, context) => finish(reading, begunIn.take(context, reading) ?? begin(reading, context), context),
    async file(wanted, format, turn) {
      const context = await contextFor(turn);
      if (wanted.scope && !context.catalogue.find(wanted.scope)) throw new UserFacingError(`${wanted.scope} is not in the plan.`);
      return sources.reports.file(context, wanted, format);
    },
    async take(file, turn) {
      const context = await contextFor(turn);
      return calling.said(context, () => takeFile(file, context));
    },
    staysFresh: ({ question }) => traitsOf(question).refreshable ?? false,
    concerned,
    async search(words, turn, from = 0) {
      const around = await surroundings.of(turn);
      const { known, text, named } = heardIn(around, { ...turn, text: words }, []);
      const others = named ? [] : around.loaded.filter((one) => one !== known);
      const contexts = [known, ...others].map((one) => contextIn(around, one, turn));
      const found = (await searchIn(contexts, text, from)).flatMap(({ context, found }) => markedFound(found, context));
      const { text: said, answer } = await calling.of(contextIn(around, known, turn));
      return found.map((one) => ({ ...one, detail: said(one.detail), card: withoutChats(answer(one.card)) }));
    },
    async answerNow(reading, turn) {
      const { context, found } = await readIn(turn, (it) => begin(reading, it));
      return finish(reading, Promise.resolve(found), context);
    },
    verbs: [...verbByName.keys()],
    async press({ verb: name, data }, turn) {
      const verb = verbByName.get(name);
      const given = verb?.data.safeParse(ownFields(data));
      if (!verb || !given?.success) return undefined;
      const plan = signedPlan(sources.forms, name, given.data) ?? turn.plan ?? firstPlan;
      const { context, found } = await readIn({ ...turn, plan }, async (it) => verb.look?.(given.data, it));
      return calling.said(context, async () => marked(await verb.run(given.data, context, found), context));
    },
  };
}
