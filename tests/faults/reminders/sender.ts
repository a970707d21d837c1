/**
 * Run as a process of its own, to be killed: one pass over the storage named in the arguments (JSON), posting each message
 * to a listener, and dying by itself at a step of the n-th message where that is asked for. Says when it is done.
 */
import { openStorage } from "../../../src/storage/index.js";
import { openReminderHarness } from "../../reminders/reminder-harness.js";

export interface Orders {
  place: { folder?: string; mongodbUri?: string };
  plan: Record<string, unknown>;
  /** Where messages are posted to. */
  listener: string;
  /** The instant of the pass; by the database's clock when missing. */
  at?: string;
  /** This machine's own clock is so far out. */
  skewMs?: number;
  /** The database's clock is so far ahead: leases of the dead have run out. */
  aheadMs: number;
  die?: { step: string; nth: number };
}

const { place, plan, listener, at, skewMs = 0, aheadMs, die }: Orders = JSON.parse(process.argv[2] ?? "{}");
const database = await openStorage(place);
const storage = { ...database, now: async () => new Date((await database.now()).getTime() + aheadMs) };
const Right = Date;
globalThis.Date = class extends Right {
  constructor(...parts: [] | [number]) {
    if (parts.length) super(...parts);
    else super(Right.now() + skewMs);
  }
  static override now(): number {
    return Right.now() + skewMs;
  }
} as DateConstructor;
let nth = 0;
const { reminders } = await openReminderHarness(storage, {
  plan,
  managers: [],
  makeAnswer: (digest) => ({
    view: "notice",
    data: { title: "", lead: [], suggestions: [] },
    text: JSON.stringify({ person: digest.to, day: digest.day, keys: digest.items.map(({ of, key }) => `${of?.id ?? digest.plan} ${key}`) }),
  }),
  async channel(_where, { text }) {
    const { status } = await fetch(listener, { method: "POST", body: text });
    if (status !== 200) throw Object.assign(new Error("refused"), { statusCode: status });
  },
  onStep(step) {
    if (step === die?.step && ++nth === die.nth) process.kill(process.pid, "SIGKILL");
  },
});
await reminders.pass(at ? { at: new Date(at) } : {});
await database.close();
process.stdout.write("done\n");
