import type { Plans } from "../plan/index.js";
import { UserFacingError } from "../shared/errors.js";
import type { Storage } from "../storage/port.js";
import type { Desk, Reading, Turn } from "./desk.js";
import { questions } from "./index.js";
import { type Scene, type Sources, sceneOf } from "./scene.js";
import { guideTo } from "./understanding/guide.js";
import { understand } from "./understanding/understand.js";

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
}

export function openDesk({ storage, plans, ...sources }: DeskParts): Desk<Scene> {
  const conversations = storage.collection<Conversation>("conversations");
  const byName = new Map(questions.map((it) => [it.name, it]));

  const remember = async (_id: string, readings: Reading[], at: string): Promise<void> => {
    const kept = await conversations.updateWhere({ _id }, { $set: { readings, at } });
    if (!kept && !(await conversations.insert({ _id, readings, at }))) await conversations.updateWhere({ _id }, { $set: { readings, at } });
  };

  return {
    questions,
    async hear(turn) {
      const key = `${turn.conversationId}/${turn.asker.id}`;
      const [known, conversation] = await Promise.all([plans.current(), conversations.get(key)]);
      if (!known) throw new UserFacingError("There is no plan yet. Ask a manager to import one.");
      const scene = sceneOf(known, turn, sources);
      const readings = understand(turn.text, {
        plan: known.plan,
        guide: guideTo(known.catalogue, known.plan.title),
        today: scene.today,
        asker: turn.asker.email,
        before: before(conversation, turn),
      });
      await remember(key, readings, turn.at.toISOString());
      return { readings, scene };
    },
    async answer({ question, args }, scene) {
      const asked = byName.get(question);
      if (!asked) throw new Error("unknown question");
      return asked.answer(asked.args.parse(args), scene);
    },
  };
}

function before(conversation: Conversation | undefined, { at }: Turn): Reading[] {
  if (!conversation) return [];
  const age = at.getTime() - Date.parse(conversation.at);
  return Math.abs(age) <= rememberedMilliseconds ? conversation.readings : [];
}
