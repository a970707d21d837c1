/** The planner that needs no model: the assistant understands the words, and its readings become the plan. */
import type { Planner, PredictedDoCommand } from "@microsoft/teams-ai/lib/planners/Planner.js";
import type { TurnContext } from "botbuilder";
import type { Assistant, SecondReader } from "../../assistant/assistant.js";
import type { Asker, Quote } from "../../request/turn.js";
import { faultOf } from "../../shared/fault.js";
import type { Logger } from "../../shared/logger.js";
import { isShared } from "../incoming.js";
import { QUOTES } from "../spoken.js";
import { isNewTurn, turnFacts } from "../turn-facts.js";
import { turnLog } from "../turn-log.js";
import { SEND_REPLY } from "./actions.js";
import type { TurnMemory } from "./memory.js";

/** `secondFor`: who else reads the words of a turn, if anybody. One command a reading, in the order asked, then the one that sends all answers together. */
export const createBuiltInPlanner = (
  assistant: Assistant,
  whoAsks: (context: TurnContext) => Promise<Asker>,
  log: Logger,
  secondFor: (context: TurnContext) => SecondReader | undefined = () => undefined,
): Planner<TurnMemory> => ({
  async beginTask(context, state) {
    // The context ends with the turn.
    const { id } = context.activity;
    const turn = {
      text: state.temp.input,
      ...turnFacts(context.activity),
      quotes: context.turnState.get<Quote[]>(QUOTES),
      asker: await whoAsks(context),
      onLost: (error: unknown) => turnLog(log, { id }).warn({ fault: faultOf(error) }, "what was asked could not be remembered"),
      shared: isShared(context.activity),
      isNew: isNewTurn(context),
      ...(state.temp.plan !== undefined && { plan: state.temp.plan }),
    };
    const { readings, context: answerContext, sentAs } = await assistant.hear(turn, secondFor(context));
    if (!readings.length) return { type: "plan", commands: [] };
    state.temp.answerContext = answerContext;
    state.temp.sentAs = sentAs;
    state.temp.answers = [];
    return { type: "plan", commands: [...readings.map(({ question, args }) => command(question, args)), command(SEND_REPLY, {})] };
  },
  continueTask: async () => ({ type: "plan", commands: [] }),
});

const command = (action: string, parameters: Record<string, unknown>): PredictedDoCommand => ({ type: "DO", action, parameters });
