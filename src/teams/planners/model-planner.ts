/** The planner of a bot with a language model: the same plan, whose words the model reads where the desk is not sure of them. */
import type { Planner } from "@microsoft/teams-ai/lib/planners/Planner.js";
import { ActivityTypes, type TurnContext } from "botbuilder";
import type { Assistant } from "../../assistant/assistant.js";
import type { Model } from "../../model/index.js";
import type { Asker } from "../../request/turn.js";
import type { Logger } from "../../shared/logger.js";
import { createBuiltInPlanner } from "./built-in-planner.js";
import type { TurnMemory } from "./memory.js";

/** What a button says is a question of ours, which needs no model. */
const isWritten = ({ activity }: TurnContext): boolean => activity.type === ActivityTypes.Message && Boolean(activity.text);

/** The assistant's planner with a model as second reader of what is not beyond doubt. */
export const createModelPlanner = (model: Model, assistant: Assistant, whoAsks: (context: TurnContext) => Promise<Asker>, log: Logger): Planner<TurnMemory> => {
  const read = async (unsure: Parameters<Model["read"]>[0]) => (await model.read(unsure)).readings;
  return createBuiltInPlanner(assistant, whoAsks, log, (context) => (isWritten(context) ? read : undefined));
};
