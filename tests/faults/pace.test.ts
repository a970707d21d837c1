/** Three processes of the built program on one database, whose messages one connector counts: together they keep to the tenant's rate and to each conversation's. */
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { perSecond } from "../../src/messaging/pace.js";
import type { Plan } from "../../src/plan/index.js";
import { openSlot, type Slot } from "../chaos/slot.js";
import { commandLine } from "../support/command-line.js";
import { databaseOf } from "../support/database.js";
import { whole } from "../support/fault-scale.js";
import { type ShownCard, shown } from "../support/form.js";

const managers = Array.from({ length: whole ? 40 : 15 }, (_, n) => `manager-${n}@example.org`);
const lead = "lead@example.org";
const requests = whole ? 30 : 12;
/** What Teams takes of one tenant; the program's own limit is half of it. */
const tenantLimit = 50;
const dayMs = 24 * 3_600_000;
const dayIn = (days: number): string => new Date(Date.now() + days * dayMs).toISOString().slice(0, 10);

const plan: Plan = {
  title: "The plan",
  starts: dayIn(-300),
  timeZone: "Europe/London",
  themes: [
    {
      id: "1",
      name: "Everything",
      priorities: [
        {
          id: "1.1",
          title: "All there is",
          lead,
          measures: [],
          actions: Array.from({ length: requests }, (_, n) => ({ id: `1.1.${n + 1}`, text: `Do thing ${n + 1}`, milestones: [{ due: dayIn(60) }] })),
        },
      ],
    },
  ],
};

describe.skipIf(!process.env.MONGODB_URI)("three processes that write of their own accord", () => {
  const waymark = commandLine();
  const database = databaseOf("mongodb");
  const slots: Slot[] = [];
  /** When each message came, by who got it, whichever process sent it. */
  const arrived: { at: number; to: string }[] = [];
  beforeAll(async () => {
    const { mongodbUri = "" } = await database.place();
    const settings = { MONGODB_URI: mongodbUri, MANAGERS: managers.join(","), LOG_LEVEL: "warn", REMINDERS: "off" };
    const file = join(await waymark.folder(), "plan.json");
    await writeFile(file, JSON.stringify(plan));
    const { code, err } = await waymark.run(["plan", "import", file], settings);
    if (code) throw new Error(err);
    for (const _ of [1, 2, 3]) slots.push(await openSlot(fileURLToPath(new URL("../../dist/main.js", import.meta.url)), settings));
    for (const { teams } of slots)
      teams.fault = ({ method, path, body }) => {
        if (method === "POST" && body?.attachments && !body.replyToId) arrived.push({ at: performance.now(), to: path });
        return false;
      };
    await Promise.all(slots.map((slot) => slot.start()));
  });
  afterAll(() => Promise.all(slots.map((slot) => slot.close())));

  const now = () => ({ at: new Date().toISOString() });
  const slotOf = (n: number): Slot => slots[n % slots.length] as Slot;
  const cardFrom = async (slot: Slot, as: string, text: string): Promise<ShownCard> => {
    const { replies } = await slot.teams.say(as, text, now());
    return shown(replies[0]?.attachments?.[0]?.content);
  };
  const press = async (slot: Slot, as: string, card: ShownCard, title: RegExp): Promise<string> => {
    const { verb, data } = card.press(card.buttons.find((one) => title.test(one)) ?? String(title));
    for (;;) {
      const receipt = JSON.stringify((await slot.teams.execute(as, verb, data, now())).body);
      // Told so, people press again; it counts once.
      if (!receipt.includes("it will be saved only once")) return receipt;
    }
  };
  /** Each instance does its part of the work, one piece after the other. */
  const shared = (work: (n: number) => Promise<void>): Promise<unknown> =>
    Promise.all(
      slots.map(async (_, first) => {
        for (let n = first; n < requests; n += slots.length) await work(n);
      }),
    );
  /** As soon as so many came, and a moment later: no more may come. */
  const untilArrived = async (count: number): Promise<void> => {
    while (arrived.length < count) await pause(50);
    await pause(500);
    expect(arrived).toHaveLength(count);
  };
  const spanMs = (from: number, to: number): number => (arrived[to]?.at ?? 0) - (arrived[from]?.at ?? 0);

  test("tell every manager of every request once, no faster together than one tenant may", async () => {
    for (const [n, email] of [...managers, lead].entries()) await slotOf(n).teams.say(email, "hello", now());
    const cards: ShownCard[] = [];
    for (let n = 0; n < requests; n++) cards.push(await cardFrom(slotOf(n), lead, `I need more time for 1.1.${n + 1} until ${dayIn(90)} because it rains`));
    arrived.length = 0;
    await shared(async (n) => expect(await press(slotOf(n), lead, cards[n] as ShownCard, /^Ask for more time$/)).toContain("Asked: more time for"));
    const all = requests * managers.length;
    await untilArrived(all);
    const counts = new Map<string, number>();
    for (const { to } of arrived) counts.set(to, (counts.get(to) ?? 0) + 1);
    expect([...counts.values()]).toEqual(managers.map(() => requests));
    // On the way they may bunch up; that they come to more in the long run is the senders'.
    expect(spanMs(0, all - 1)).toBeGreaterThan(((all - 2 * perSecond) / perSecond) * 1_000);
    const most = Math.max(...arrived.map(({ at }) => arrived.filter((one) => one.at >= at && one.at < at + 1_000).length));
    expect(most).toBeLessThan(tenantLimit);
  });

  test("and give one lead all the answers, no faster together than one conversation may", async () => {
    const managerOf = (n: number): string => managers[n % managers.length] as string;
    const cards: ShownCard[] = [];
    for (let n = 0; n < requests; n++) cards.push(await cardFrom(slotOf(n), managerOf(n), `approve the extension for 1.1.${n + 1}`));
    arrived.length = 0;
    await shared(async (n) => expect(await press(slotOf(n), managerOf(n), cards[n] as ShownCard, /^Agree/)).toContain("Agreed: 1.1."));
    await untilArrived(requests);
    expect(new Set(arrived.map(({ to }) => to)).size).toBe(1);
    // 7 in a second and 8 in two, so the ninth comes two seconds after the first; half of that is left for the way.
    for (let from = 0; from + 8 < requests; from++) expect(spanMs(from, from + 8)).toBeGreaterThan(1_000);
  });
});
