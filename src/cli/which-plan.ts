/** Which of the loaded plans a command is about. */
import { Option } from "commander";
import { planToUse } from "../imports/index.js";
import type { KnownPlan, Plans } from "../plan/index.js";

/** `--plan`, made anew for each command, as commander keeps a value in it. */
export const planOption = () => new Option("--plan <name>", "which plan, by its name or title; the default one when not said");

export interface OpenPlan {
  /** Nothing where no plan is loaded and none was asked for. */
  known?: KnownPlan;
  close(): Promise<void>;
}

/** The plan that was asked for, or the default one. Where there is no such plan what was opened is closed, and a UserFacingError says which there are. */
export async function whichPlan(plans: Pick<Plans, "all">, opened: { close(): Promise<void> }, called: string | undefined): Promise<OpenPlan> {
  try {
    const all = await plans.all();
    return { known: called === undefined ? all[0] : planToUse(all, called), close: () => opened.close() };
  } catch (error) {
    await opened.close();
    throw error;
  }
}
