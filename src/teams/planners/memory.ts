import { type DefaultConversationState, type DefaultTempState, type DefaultUserState, TurnState } from "@microsoft/teams-ai/lib/TurnState.js";
import type { Answer } from "../../shared/answer.js";
import type { Refresh } from "../refresh.js";

/** An answer, and who may have its card brought up to date, where that can be. */
export interface Answered {
  answer: Answer;
  refresh?: Refresh;
}

/** What one turn carries from its plan to its reply. Nothing of it is kept: business data never goes into the SDK's state. */
interface TurnTemp extends DefaultTempState {
  answerContext?: unknown;
  answers?: Answered[];
  /** See HeardTurn. */
  sentAs?(messageId: string): void;
  /** Id of the plan that the pressed button asks; empty when it names none. */
  plan?: string;
}

export type TurnMemory = TurnState<DefaultConversationState, DefaultUserState, TurnTemp>;

/** State for one turn; nothing of it is kept. */
export const createTurnMemory = (): TurnMemory => new TurnState<DefaultConversationState, DefaultUserState, TurnTemp>();
