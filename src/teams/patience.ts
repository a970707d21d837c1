/** How long a person waits for a turn before being told that it does not come: a press always has its answer in time, and so has everybody while the database is away. */
import { ActivityTypes, type TurnContext } from "botbuilder";

/** Teams shows a failure of its own after 5 seconds; 3 are promised. */
const PRESS_WITHIN_MS = 2_600;
/** A turn that takes so long has the database asked whether it is there. */
const ASK_AFTER_MS = 1_100;
const ALIVE_WITHIN_MS = 650;

export interface Patience {
  /** Rejects when the database does not answer. */
  alive(): Promise<void>;
  /** Says that there is no answer; what the turn sends afterwards goes nowhere. */
  giveUp(context: TurnContext, say: Say): Promise<void>;
}

type Say = (activity: Parameters<TurnContext["sendActivity"]>[0]) => Promise<unknown>;
type Run = (context: TurnContext) => Promise<void>;

const OURS = Symbol("said in the turn's place");

/** Runs the turn for as long as is bearable. A turn that is given up goes on in silence. */
export const withPatience =
  (run: Run, { alive, giveUp }: Patience): Run =>
  async (context) => {
    let given = false;
    context.onSendActivities((_, activities, next) => (given && !activities.some((each) => OURS in each) ? Promise.resolve([]) : next()));
    const wait = waitFor(context.activity.type === ActivityTypes.Invoke, alive);
    const turn = run(context);
    turn.catch(() => undefined);
    try {
      given = await Promise.race([turn.then(() => false), wait.over]);
    } finally {
      wait.stop();
    }
    if (given) await giveUp(context, (activity) => context.sendActivity(Object.assign(activity, { [OURS]: true })));
  };

/** `over` becomes true when it was too long, and otherwise nothing. */
const waitFor = (isPress: boolean, alive: Patience["alive"]): { over: Promise<boolean>; stop(): void } => {
  let timer: NodeJS.Timeout | undefined;
  const after = (ms: number) =>
    new Promise<void>((resolve) => {
      timer = setTimeout(resolve, ms);
    });
  const over = new Promise<boolean>((resolve) => {
    if (isPress) return void after(PRESS_WITHIN_MS).then(() => resolve(true));
    void after(ASK_AFTER_MS).then(() => {
      timer = setTimeout(resolve, ALIVE_WITHIN_MS, true);
      alive().then(
        () => clearTimeout(timer),
        // Told at once: waiting longer would not help.
        () => resolve(true),
      );
    });
  });
  return { over, stop: () => clearTimeout(timer) };
};
