/** Several plans: which there are, and which one is used here. Which one a text names is read before: see plan-said.ts. */
import { reading } from "../readings.js";
import type { Rule } from "./rule.js";

const asksWhich =
  /^(?:(?:and|so|ok) )*(?:which|what|list|show)(?: (?:are|of))?(?: (?:the|all|other|of the))* (?:action |strategy )?plans?(?: (?:are|is|do|can|does|have|has|there|that|you|we|i|this|it|here|loaded|known|know|in|use|used|using|from|chat|channel|team|group|answering|the|now|got|ask|about|available))+[ ?.!]*$|^(?:list|show)(?: the| all| all the)? plans[ ?.!]*$|^how many plans (?:are (?:there|loaded)|do you (?:know|have))[ ?.!]*$/;

/** "which plans are there" */
export const whichPlans: Rule = ({ ask }) => (asksWhich.test(ask) ? [reading("plans")] : undefined);

const chooses = /^use the plan(?: (?:here|in (?:this|our) (?:group )?[a-z]+|for me|from now on|instead))*[ .!]*$/;

/** "use the museums plan" */
export const choosePlan: Rule = ({ ask }) => (chooses.test(ask) ? [reading("use-plan")] : undefined);
