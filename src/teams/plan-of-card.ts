/** Which plan a card is of, as its buttons say. */
import { z } from "zod/v4";
import { firstPlan } from "../request/turn.js";

/** Cards that name none were made while there was one plan. What a client sends may be anything. */
export const PlanOfCard = z.string().max(60).catch(firstPlan).default(firstPlan);

const Data = z.looseObject({ plan: PlanOfCard });

/** The plan that a button's data names; the default one where it names none. */
export const planOfCard = (data: unknown): string => Data.safeParse(data).data?.plan ?? firstPlan;
