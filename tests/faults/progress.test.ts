/** Changes of actions and people under faults: killed before every single write, pressed several times at once, in two processes, killed at random. */
import { cp, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openStorage } from "../../src/storage/index.js";
import { openTalk } from "../conversations/talk.js";
import { children } from "../support/child.js";
import { databaseOf, describeEachDatabase, type Place } from "../support/database.js";
import { whole } from "../support/fault-scale.js";
import { type Features, headOfService, openFeatures } from "../support/features.js";
import { testFolders } from "../support/folders.js";
import { startTeamsSide, type Teams } from "../support/teams.js";
import { answered, noon, untilAnswered } from "./ledger.js";
import { onePressEach, type Pressed, pressInto, pressOf, standsIn } from "./presses.js";

const races = whole ? 1_000 : 40;

const run = children();
const folder = testFolders();

/** The libraries' plan, and one press of each card made over it. */
async function seed(place: Place): Promise<Pressed[]> {
  const storage = await openStorage(place);
  const talk = await openTalk(storage);
  const presses = await onePressEach(talk.features);
  await talk.stop();
  await storage.close();
  return presses;
}

async function within<T>(place: Place, work: (features: Features) => Promise<T>): Promise<T> {
  const storage = await openStorage(place);
  try {
    const features = await openFeatures(storage);
    await features.settle();
    return await work(features);
  } finally {
    await storage.close();
  }
}

type Stand = Awaited<ReturnType<typeof standsIn>>;

/** What stands before the first press, and after each. */
const referenceOf = (place: Place, presses: Pressed[]): Promise<Stand[]> =>
  within(place, async (features) => {
    const stands = [await standsIn(features)];
    for (const press of presses) {
      expect((await pressInto(features, press)).view).toBe("receipt");
      stands.push(await standsIn(features));
    }
    return stands;
  });

/** Runs the presses in a process that dies before a write; false when it came to its end. */
async function killedBefore(place: Place, presses: Pressed[], before: number): Promise<{ ended: boolean; answers: number }> {
  const file = join(await folder(), "presses.json");
  await writeFile(file, JSON.stringify(presses));
  const child = await run("tests/faults/presser.ts", [JSON.stringify(place), file, String(before)]);
  const ended = await child.line("done").then(
    () => true,
    () => false,
  );
  if (ended) await child.exit();
  return { ended, answers: child.lines.filter((line) => line.startsWith("answered")).length };
}

/** Every press that was answered stands, at most one more does, state and record say the same, and pressing all again ends where it should. */
async function expectWhole(place: Place, presses: Pressed[], answers: number, reference: Stand[]): Promise<void> {
  await within(place, async (features) => {
    const stands = await standsIn(features);
    const made = stands.entered.length - (reference[0]?.entered.length ?? 0);
    expect([answers, answers + 1]).toContain(made);
    expect(stands.state).toBe(reference[made]?.state);
    for (const press of presses) expect((await pressInto(features, press)).view).toBe("receipt");
    const end = await standsIn(features);
    expect(end.state).toBe(reference.at(-1)?.state);
    expect([...end.entered].sort()).toEqual([...(reference.at(-1)?.entered ?? [])].sort());
  });
}

/** Before each write, or before every third and the last ones. */
const stride = whole ? 1 : 3;

test("one of each card is saved whole or not at all, wherever the process dies (embedded file)", async () => {
  const template = await folder();
  const presses = await seed({ folder: template });
  const copied = async () => {
    const made = await folder();
    await cp(template, made, { recursive: true });
    return { folder: made };
  };
  const reference = await referenceOf(await copied(), presses);
  for (let before = 1; before < 100; before += stride) {
    const place = await copied();
    const { ended, answers } = await killedBefore(place, presses, before);
    await expectWhole(place, presses, answers, reference);
    if (ended) {
      expect([answers, before]).toEqual([presses.length, expect.any(Number)]);
      expect(before).toBeGreaterThan(2 * presses.length);
      return;
    }
  }
  throw new Error("The process never came to its end");
}, 600_000);

describe.skipIf(!process.env.MONGODB_URI)("over MongoDB", () => {
  const database = databaseOf("mongodb");
  test("one of each card is saved whole or not at all, at writes taken at random", async () => {
    for (let round = 0; round < (whole ? 50 : 2); round++) {
      const [place, other] = [await database.place(), await database.place()];
      const presses = await seed(place);
      const reference = await referenceOf(other, await seed(other));
      const { answers } = await killedBefore(place, presses, 5 + ((round * 7) % 24));
      await within(place, async (features) => {
        const stands = await standsIn(features);
        const made = stands.entered.length - (reference[0]?.entered.length ?? 0);
        expect([answers, answers + 1]).toContain(made);
        expect(withoutIds(stands.state)).toBe(withoutIds(reference[made]?.state));
        for (const press of presses) expect((await pressInto(features, press)).view).toBe("receipt");
        expect(withoutIds((await standsIn(features)).state)).toBe(withoutIds(reference.at(-1)?.state));
      });
    }
  }, 600_000);
});

/** Forms made over another database have other ids. */
const withoutIds = (state: string | undefined): string | undefined => state?.replace(/"id":"[\w-]+"/g, '"id":"…"');

const business = "business.lead@example.org";
const statuses = ["on-track", "complete", "not-started"];
const raced = async (features: Features, race: number): Promise<Pressed> => {
  const status = statuses[race % statuses.length];
  return pressOf(features, business, "update 2.3.1", "progress.save", { status, note: `Note number ${race} on it.` });
};

describeEachDatabase("one card, pressed several times at once", (database) => {
  let features: Features;
  beforeAll(async () => {
    const talk = await openTalk(await database.open());
    features = talk.features;
    await talk.stop();
  });

  test(`${races} races of 2 to 8 presses: one change, the same receipt for all`, async () => {
    for (let race = 0; race < races; race++) {
      const press = await raced(features, race);
      const receipts = await Promise.all(Array.from({ length: 2 + (race % 7) }, () => pressInto(features, press)));
      expect(receipts[0]?.view).toBe("receipt");
      expect(new Set(receipts.map(({ text }) => text)).size).toBe(1);
    }
    const changes = await features.auditLog.changes({ plan: "plan", items: ["2.3.1"] });
    expect(changes).toHaveLength(races);
    expect(new Set(changes.flatMap(({ parts }) => parts.filter(({ what }) => what === "note").map(({ to }) => to))).size).toBe(races);
  }, 300_000);

  test("eight cards of eight people for the same action at once: one is saved, the others see it first", async () => {
    const presses = await Promise.all(
      Array.from({ length: 8 }, (_, place) =>
        pressOf(features, headOfService, "update 2.2.1", "progress.save", { status: "at-risk", note: `Reason number ${place} is this.` }),
      ),
    );
    const answers = await Promise.all(presses.map((press) => pressInto(features, press)));
    expect(answers.filter(({ view: look }) => look === "receipt")).toHaveLength(1);
    expect(answers.filter(({ text }) => text.includes("changed 2.2.1 on 24 November 2026 after this card was made"))).toHaveLength(7);
  });
});

describe.skipIf(!process.env.MONGODB_URI)("two processes over one MongoDB", () => {
  const database = databaseOf("mongodb");
  const sides: Teams[] = [];
  afterAll(() => Promise.all(sides.map((side) => side.stop())));

  test("a card pressed in both at once is saved once, and who was named in one is named in the other", async () => {
    const place = await database.place();
    const presses = await seed(place);
    const bots = await Promise.all([0, 1].map(() => run("tests/faults/bot.ts", [JSON.stringify(place)])));
    for (const bot of bots) sides.push(await startTeamsSide((await bot.line("listening")).replace("listening ", "")));
    // The forms were made for people by their address; here they have the channel's ids.
    const storage = await openStorage(place);
    const features = await openFeatures(storage);
    const before = (await features.auditLog.changes({ plan: "plan" })).length;
    for (let race = 0; race < races / 4; race++) {
      const form = await formOf(sides[0] as Teams, { as: business, text: "update 2.3.1" });
      const data = { form, status: statuses[race % 3], note: `Note number ${race} on it.` };
      const receipts = await Promise.all(
        [...sides, ...sides].map((side) => untilAnswered(() => side.execute(business, "progress.save", data, { at: noon }).then(answered))),
      );
      expect(receipts[0]).toContain("Saved: 2.3.1");
      expect(new Set(receipts).size).toBe(1);
    }
    expect(await features.auditLog.changes({ plan: "plan" })).toHaveLength(before + races / 4);
    expect(presses.length).toBe(8);
    await storage.close();
  }, 300_000);
});

const kills = whole ? 50 : 3;

/** The id of the form that a message brings. On a busy machine the first answer may be that it cannot be given in time. */
const formOf = (teams: Teams, { as, text }: { as: string; text: string }): Promise<string | undefined> =>
  untilAnswered(async () => {
    const { replies } = await teams.say(as, text, { at: noon });
    return JSON.stringify(replies).match(/"form":"([^"]+)"/)?.[1];
  });

describe.each(["embedded file", "mongodb"] as const)("the bot killed at random while cards are pressed (%s)", (kind) => {
  const database = databaseOf(kind);
  test.skipIf(kind === "mongodb" && !process.env.MONGODB_URI)(
    `${kills} kills: what was answered stands, nothing stands twice`,
    async () => {
      const place = await database.place();
      await seed(place);
      const start = async () => {
        const bot = await run("tests/faults/bot.ts", [JSON.stringify(place)]);
        return { bot, teams: await startTeamsSide((await bot.line("listening")).replace("listening ", "")) };
      };
      const actions = ["2.3.1", "2.3.2", "1.4.1", "2.2.1", "3.2.1"];
      const receipts = new Map<string, number>();
      let running = await start();
      for (let kill = 0; kill < kills; kill++) {
        const forms = await Promise.all(
          actions.map(async (id) => {
            return {
              form: await formOf(running.teams, { as: headOfService, text: `update ${id}` }),
              status: statuses[kill % 3],
              note: `Note number ${kill} on ${id} here.`,
            };
          }),
        );
        const press = (data: (typeof forms)[0]) => running.teams.execute(headOfService, "progress.save", data, { at: noon }).then(answered, () => undefined);
        const pressing = forms.map(press);
        await pause((kill * 37) % 120);
        await running.bot.kill("SIGKILL");
        const first = await Promise.all(pressing);
        await running.teams.stop();
        running = await start();
        for (const [at, data] of forms.entries()) {
          const again = await untilAnswered(() => press(data));
          expect(again).toContain("Saved: ");
          if (first[at]) expect(again).toBe(first[at]);
          receipts.set(data.note, (receipts.get(data.note) ?? 0) + 1);
        }
      }
      await running.bot.kill("SIGKILL");
      await running.teams.stop();
      await within(place, async (features) => {
        const notes = (await features.auditLog.changes({ plan: "plan" })).flatMap(({ parts }) =>
          parts.filter(({ what }) => what === "note").map(({ to }) => String(to)),
        );
        for (const note of receipts.keys()) expect(notes.filter((one) => one === note)).toHaveLength(1);
      });
    },
    600_000,
  );
});
