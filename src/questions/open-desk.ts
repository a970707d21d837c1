import { isDeepStrictEqual } from "node:util";
import type { Managers } from "../people/index.js";
import type { Plans } from "../plan/index.js";
import type { Answer } from "../shared/answer.js";
import { UserFacingError } from "../shared/errors.js";
import type { Verb } from "../shared/verb.js";
import type { Storage } from "../storage/port.js";
import type { Desk, Reading, SentFile, Turn } from "./desk.js";
import { concerned, staysFresh } from "./fresh.js";
import { type Aside, inCompany } from "./in-company.js";
import { questions } from "./index.js";
import { type Scene, type Sources, sceneOf } from "./scene.js";
import { searchIn } from "./search/index.js";
import { guideTo } from "./understanding/guide.js";
import { understand } from "./understanding/understand.js";

export { openUnanswered } from "./unanswered.js";

/** What one person was last told in one conversation; `_id` is conversation/person. */
interface Conversation {
  _id: string;
  readings: Reading[];
  /** Instant (ISO 8601) of the message. */
  at: string;
}

/** After this long a follow-up no longer leans on what was said. */
const rememberedMilliseconds = 12 * 3_600_000;

export interface DeskParts extends Sources {
  storage: Storage;
  plans: Plans;
  managers: Pick<Managers, "all" | "recent">;
  /** What buttons can have done. */
  verbs?: readonly Verb<Scene>[];
  /** What a file that somebody sends is good for. */
  takeFile(file: SentFile, scene: Scene): Promise<Answer>;
  /** Where others read, answers that are one person's go to that person's own chat. */
  aside?: Aside;
}

export interface OpenDesk extends Desk<Scene> {
  /** Makes ready what the first question would have to wait for. */
  warm(): Promise<void>;
}

export function openDesk({ storage, plans, managers, verbs = [], takeFile, aside, ...sources }: DeskParts): OpenDesk {
  const conversations = storage.collection<Conversation>("conversations");
  const byName = new Map(questions.map((it) => [it.name, it]));
  const verbByName = new Map(verbs.map((it) => [it.name, it]));
  const sceneFor = async (turn: Omit<Turn, "text">, who: () => Promise<readonly string[]>) => {
    const [known, those] = await Promise.all([turn.plan === undefined ? plans.current() : plans.of(turn.plan), who()]);
    if (!known) throw new UserFacingError("There is no plan yet. Ask a manager to import one.");
    return sceneOf(known, turn, those, sources);
  };

  // Written only when there is something new to lean on: a write is the dearest part of a turn.
  const remember = async (_id: string, before: Conversation | undefined, readings: Reading[], at: Date): Promise<void> => {
    const fresh = before && at.getTime() - Date.parse(before.at) < rememberedMilliseconds / 2;
    if (fresh && isDeepStrictEqual(before.readings, readings)) return;
    const change = { readings, at: at.toISOString() };
    if (before ? await conversations.updateWhere({ _id }, { $set: change }) : await conversations.insert({ _id, ...change })) return;
    await conversations.updateWhere({ _id }, { $set: change });
  };

  /** Writes under way: only the same person's next message waits for one, and no answer does. A lost one costs a follow-up, never a fact. */
  const writing = new Map<string, Promise<unknown>>();
  const rememberSoon = (key: string, written: Promise<void>, { onLost }: Turn): void => {
    const done = written.catch((error: unknown) => onLost?.(error)).finally(() => writing.get(key) === done && writing.delete(key));
    writing.set(key, done);
  };

  const keepUnanswered = ({ text, at, onLost }: Turn, readings: Reading[]): void => {
    if (readings.every(({ question }) => question === "not-understood")) void sources.unanswered.keep(text, at).catch((error: unknown) => onLost?.(error));
  };

  const answer = async (reading: Reading, scene: Scene) => {
    const asked = byName.get(reading.question);
    if (!asked) throw new Error("unknown question");
    return inCompany(reading, await asked.answer(asked.args.parse(reading.args), scene), scene, aside);
  };

  return {
    questions,
    async warm() {
      const known = await plans.current();
      if (known)
        understand("how is the first of them doing by 1 May", {
          plan: known.plan,
          guide: guideTo(known.catalogue, known.plan.title),
          today: known.plan.starts,
          before: [],
        });
    },
    async hear(turn) {
      const key = `${turn.conversationId}/${turn.asker.id}`;
      await writing.get(key);
      const [scene, conversation] = await Promise.all([sceneFor(turn, managers.recent), conversations.get(key)]);
      const { known } = scene;
      const readings = understand(turn.text, {
        plan: known.plan,
        guide: guideTo(known.catalogue, known.plan.title),
        today: scene.today,
        asker: turn.asker.email,
        before: before(conversation, turn),
      });
      rememberSoon(key, remember(key, conversation, readings, turn.at), turn);
      keepUnanswered(turn, readings);
      return { readings, scene };
    },
    answer,
    async file(wanted, format, turn) {
      const scene = await sceneFor(turn, managers.recent);
      if (wanted.scope && !scene.catalogue.find(wanted.scope)) throw new UserFacingError(`${wanted.scope} is not in the plan.`);
      return sources.reports.file(scene, wanted, format);
    },
    take: async (file, turn) => takeFile(file, await sceneFor(turn, managers.all)),
    staysFresh,
    concerned,
    search: async (words, turn) => searchIn(await sceneFor(turn, managers.recent), words),
    answerNow: async (reading, turn) => answer(reading, await sceneFor(turn, managers.recent)),
    verbs: [...verbByName.keys()],
    async press({ verb: name, data }, turn) {
      const verb = verbByName.get(name);
      const given = verb?.data.safeParse(data);
      return given?.success ? verb?.run(given.data, await sceneFor(turn, managers.all)) : undefined;
    },
  };
}

function before(conversation: Conversation | undefined, { at }: Turn): Reading[] {
  if (!conversation) return [];
  const age = at.getTime() - Date.parse(conversation.at);
  return Math.abs(age) <= rememberedMilliseconds ? conversation.readings : [];
}
