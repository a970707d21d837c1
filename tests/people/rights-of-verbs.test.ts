/** Role × verb × whose item: every cell of the table, through the assistant, by what was written. */
import { beforeAll, describe, expect, test } from "vitest";
import { peopleToSettle } from "../../src/people/index.js";
import { catalogueOf, type Plan, type Priority } from "../../src/plan/index.js";
import type { Answer } from "../../src/shared/answer.js";
import { openStorage } from "../../src/storage/index.js";
import { type Features, openFeatures } from "../support/features.js";

const at = new Date("2026-11-24T12:00:00Z");
const manager = "manager@example.org";
const staff = "staff@example.org";
const appointed = "appointed@example.org";
const dismissed = "dismissed@example.org";

/** One priority with somebody in every part; `of` tells the two apart. */
const priority = (id: string, of: string): Priority => ({
  id,
  title: `Priority ${id}`,
  lead: `lead.${of}@example.org`,
  deputies: [`deputy.${of}@example.org`],
  actions: [
    {
      id: `${id}.1`,
      text: "Do it",
      status: "on-track",
      lead: `own.${of}@example.org`,
      deputies: [`own.deputy.${of}@example.org`],
      milestones: [{ due: "2027-03-31" }],
    },
    { id: `${id}.2`, text: "Do the other", leadAs: "Head of Property" },
  ],
  measures: [
    { id: `${id}.m1`, text: "Number of visits", kind: "number", reporter: `reporter.${of}@example.org`, deputies: [`reporter.deputy.${of}@example.org`] },
    { id: `${id}.m2`, text: "Number of loans", kind: "number" },
  ],
});
const plan: Plan = {
  title: "A plan",
  starts: "2025-04-01",
  timeZone: "Europe/London",
  themes: [{ id: "1", name: "People", priorities: [priority("1.1", "a"), priority("1.2", "b")] }],
};

/** Who they are to the items of 1.1. To those of 1.2 all but managers are any member of staff. */
const roles = {
  staff,
  "nobody known": "",
  lead: "lead.a@example.org",
  "lead's deputy": "deputy.a@example.org",
  "action's lead": "own.a@example.org",
  "action's deputy": "own.deputy.a@example.org",
  reporter: "reporter.a@example.org",
  "reporter's deputy": "reporter.deputy.a@example.org",
  "in the lead's place": "instead.a@example.org",
  manager,
  "appointed manager": appointed,
  "dismissed manager": dismissed,
} as const;
type Role = keyof typeof roles;

const managers: Role[] = ["manager", "appointed manager"];
const leaders: Role[] = [...managers, "lead", "lead's deputy", "action's lead", "action's deputy"];
/** Whoever stands in for the lead today may say how things stand, and give nothing away. */
const leadersOrInPlace: Role[] = [...leaders, "in the lead's place"];
const reporters: Role[] = [...managers, "lead", "lead's deputy", "in the lead's place", "reporter", "reporter's deputy"];
const everybody = (Object.keys(roles) as Role[]).filter((role) => role !== "nobody known");

interface Command {
  verb: string;
  /** Item of 1.1 it is about, when it is about one. */
  item?: string;
  /** By the rules of the plan: who may, of those named for the item. */
  allowed: Role[];
  /** Whoever may, of those not named for it. */
  others?: Role[];
  about(item: string, features: Features): Promise<unknown> | unknown;
  inputs: Record<string, string>;
}

const why = "The builders start two months later.";

/** What a fresh card of the manager seals for the item, so that nothing but the right decides. */
const aboutOn = async (features: Features, words: string, verb: string) => {
  const turn = { text: words, at, conversationId: "c", asker: { id: manager, email: manager } };
  const { readings, context } = await features.assistant.hear(turn);
  const [answer] = await Promise.all(readings.map((reading) => features.assistant.answer(reading, context)));
  return sealedIn(features, answer, verb);
};

function sealedIn(features: Features, answer: Answer | undefined, verb: string): unknown {
  const press = answer && "presses" in answer.data ? answer.data.presses?.find((each) => each.verb === verb) : undefined;
  if (!press) throw new Error(`no ${verb} on: ${answer?.text}`);
  const form = features.forms.open(String(press.data.form), verb);
  if (!form) throw new Error("not sealed by us");
  return form.about;
}

const pause = { from: "2026-11-24", until: "2026-12-24", why: "The election" };
const away = { from: "2026-11-25", to: "2026-12-10" };

const askTime = async (features: Features, item: string) => {
  const about = await aboutOn(features, `more time for ${item}`, "progress.ask-time");
  await press(features, manager, "progress.ask-time", about, { due: "2027-06-30", why });
};

const commands: Command[] = [
  {
    verb: "progress.save",
    item: "1.1.1",
    allowed: leadersOrInPlace,
    about: (item, features) => aboutOn(features, `update ${item}`, "progress.save"),
    inputs: { status: "at-risk", note: why },
  },
  {
    verb: "progress.done",
    item: "1.1.1",
    allowed: leadersOrInPlace,
    about: (item, features) => aboutOn(features, `mark a milestone of ${item} as done`, "progress.done"),
    inputs: { day: "2026-11-20" },
  },
  {
    verb: "progress.undone",
    item: "1.1.1",
    allowed: leadersOrInPlace,
    about: async (item, features) => {
      const about = await aboutOn(features, `mark a milestone of ${item} as done`, "progress.done");
      await press(features, manager, "progress.done", about, { day: "2026-11-20" });
      return aboutOn(features, `mark a milestone of ${item} as done`, "progress.undone");
    },
    inputs: { note: why },
  },
  {
    verb: "progress.ask-time",
    item: "1.1.1",
    allowed: leadersOrInPlace,
    about: (item, features) => aboutOn(features, `more time for ${item}`, "progress.ask-time"),
    inputs: { due: "2027-06-30", why },
  },
  ...["progress.agree", "progress.refuse"].map(
    (verb): Command => ({
      verb,
      item: "1.1.1",
      allowed: managers,
      about: async (item, features) => {
        await askTime(features, item);
        return aboutOn(features, "requests for more time", verb);
      },
      inputs: { words: why },
    }),
  ),
  {
    verb: "people.name",
    item: "1.1.1",
    allowed: managers,
    about: (item, features) => aboutOn(features, `name the lead of ${item}`, "people.name"),
    inputs: { role: "lead", email: "new@example.org" },
  },
  {
    verb: "people.name",
    item: "1.1.m1",
    allowed: managers,
    about: (item, features) => aboutOn(features, `name the reporter of ${item}`, "people.name"),
    inputs: { role: "reporter", email: "new@example.org" },
  },
  {
    verb: "people.hand-over",
    allowed: managers,
    about: (_, features) => aboutOn(features, "hand over everything of lead.b@example.org", "people.hand-over"),
    inputs: { email: "new@example.org" },
  },
  {
    verb: "people.who-is-who",
    allowed: managers,
    about: (_, features) => aboutOn(features, "who is who", "people.who-is-who"),
    inputs: { [`email${peopleToSettle(catalogueOf(plan))[0]?.key}`]: "new@example.org" },
  },
  { verb: "people.make-manager", allowed: managers, about: () => ({ plan: "plan" }), inputs: { email: "new@example.org" } },
  { verb: "people.remove-manager", allowed: managers, about: () => ({ plan: "plan" }), inputs: { email: "appointed.too@example.org" } },
  { verb: "committee.save", allowed: managers, about: () => ({ plan: "plan" }), inputs: { day: "2026-10-12" } },
  {
    verb: "committee.remove",
    allowed: managers,
    about: async (_, features) => {
      await press(features, manager, "committee.save", { plan: "plan" }, { day: "2026-10-12" });
      return { plan: "plan" };
    },
    inputs: { day: "2026-10-12" },
  },
  {
    verb: "figures.record",
    item: "1.1.m1",
    allowed: reporters,
    about: (item, features) => aboutOn(features, `report 12 for ${item}`, "figures.record"),
    inputs: { value0: "12" },
  },
  {
    verb: "figures.record",
    item: "1.1.m2",
    allowed: everybody,
    others: everybody,
    about: (item, features) => aboutOn(features, `report 12 for ${item}`, "figures.record"),
    inputs: { value0: "12" },
  },
  {
    verb: "measures.set-up",
    item: "1.1.m1",
    allowed: [...managers, "lead", "lead's deputy"],
    about: (item, features) => aboutOn(features, `set up ${item}`, "measures.set-up"),
    inputs: { kind: "number", frequency: "quarterly", target: "60" },
  },
  {
    verb: "reminders.snooze",
    item: "1.1.1",
    allowed: leadersOrInPlace,
    about: (item, features) => aboutOn(features, `snooze ${item}`, "reminders.snooze"),
    inputs: { until: "2027-02-01", why },
  },
  {
    verb: "reminders.answer",
    item: "1.1.1",
    allowed: leadersOrInPlace,
    about: (item, features) => aboutOn(features, `tell the managers about ${item}`, "reminders.answer"),
    inputs: { why },
  },
  {
    verb: "reminders.not-mine",
    item: "1.1.1",
    allowed: leaders,
    about: (item, features) => aboutOn(features, `${item} is not mine`, "reminders.not-mine"),
    inputs: { why },
  },
  {
    verb: "reminders.keep",
    item: "1.1.1",
    allowed: managers,
    about: async (item, features) => {
      const about = await aboutOn(features, `${item} is not mine`, "reminders.not-mine");
      await press(features, manager, "reminders.not-mine", about, { why });
      return about;
    },
    inputs: {},
  },
  { verb: "reminders.pause", allowed: managers, about: () => ({ plan: "plan", who: "everyone" }), inputs: pause },
  {
    verb: "reminders.resume",
    allowed: managers,
    about: async (_, features) => {
      await press(features, manager, "reminders.pause", { plan: "plan", who: "everyone" }, pause);
      return { plan: "plan", who: "everyone" };
    },
    inputs: {},
  },
  { verb: "reminders.send", allowed: managers, about: () => ({ plan: "plan" }), inputs: {} },
  {
    verb: "reminders.ask",
    item: "1.1.1",
    allowed: managers,
    async about(item, features) {
      const who = item.startsWith("1.1") ? "own.a@example.org" : "own.b@example.org";
      await features.messages.met({ id: `id of ${who}`, email: who }, { person: who });
      return aboutOn(features, `ask the lead of ${item} for an update`, "reminders.ask");
    },
    inputs: {},
  },
  { verb: "reminders.rhythm", allowed: everybody, about: () => ({ plan: "plan" }), inputs: { hour: "08:00", days: "1,2" } },
  { verb: "reminders.away", allowed: everybody, about: () => ({ plan: "plan" }), inputs: away },
  {
    verb: "reminders.back",
    allowed: everybody,
    about: async (_, features) => {
      for (const email of Object.values(roles)) if (email) await press(features, email, "reminders.away", { plan: "plan" }, away);
      return { plan: "plan" };
    },
    inputs: {},
  },
  {
    verb: "plan.import",
    allowed: managers,
    async about(_, features) {
      const file = { name: "plan.json", bytes: async () => Buffer.from(JSON.stringify(plan)) };
      const card = await features.assistant.take(file, { at, conversationId: "c", asker: { id: manager, email: manager } });
      return sealedIn(features, card, "plan.import");
    },
    inputs: {},
  },
  { verb: "plan.freeze", allowed: managers, about: () => ({ plan: "plan" }), inputs: { name: "as agreed" } },
  { verb: "measures.join", allowed: managers, about: (_, features) => aboutOn(features, "join 1.1.m1", "measures.join"), inputs: { into: "1.2.m1" } },
  { verb: "plans.use", allowed: managers, about: () => ({ plan: "plan", place: "channel", shared: true }), inputs: {} },
];

/** They show a card, or forget one, and change nothing of the plan. */
const reading = [
  "people.who-is-who-page",
  "plan.leave",
  "plan.rows",
  "plan.where",
  "figures.form",
  "figures.keep",
  "progress.open",
  "reminders.act",
  "reminders.ask.open",
  // Sends, and has its own test of who may: lists-with-actions.test.ts.
  "reminders.ask.all",
  "reminders.list",
];

async function press(features: Features, as: string, verb: string, about: unknown, inputs: Record<string, string>) {
  const form = features.forms.seal({ verb, who: as, at: at.toISOString(), about });
  return features.assistant.press({ verb, data: { ...inputs, form } }, { at, conversationId: "c", asker: { id: as, ...(as && { email: as }) } });
}

async function opened(): Promise<Features> {
  const features = await openFeatures(await openStorage(), [manager]);
  await features.plans.save({ id: "plan", plan, look: [], importedAt: at.toISOString(), importedBy: manager, sample: false, staged: [] });
  for (const email of [appointed, dismissed, "appointed.too@example.org"]) await press(features, manager, "people.make-manager", { plan: "plan" }, { email });
  await press(features, manager, "people.remove-manager", { plan: "plan" }, { email: dismissed });
  const holiday = { from: "2026-11-24", to: "2026-11-24", email: roles["in the lead's place"] };
  await press(features, roles.lead, "reminders.away", { plan: "plan" }, holiday);
  return features;
}

describe("every verb of the assistant", () => {
  let verbs: readonly string[];
  beforeAll(async () => {
    verbs = (await opened()).assistant.verbs;
  });

  test("is in the table, or writes nothing", () => {
    expect([...new Set(commands.map(({ verb }) => verb)), ...reading].sort()).toEqual([...verbs].sort());
  });
});

const cells = commands.flatMap((command) =>
  (Object.keys(roles) as Role[]).flatMap((role) =>
    (command.item ? (["their own", "another's"] as const) : (["no"] as const)).map((whose) => {
      const named = whose === "another's" ? (command.others ?? managers.filter((each) => command.allowed.includes(each))) : command.allowed;
      return { ...command, role, whose, may: named.includes(role) };
    }),
  ),
);

test("there are as many cells as roles, verbs and items make", () => {
  const about = commands.filter(({ item }) => item).length;
  expect(cells).toHaveLength(Object.keys(roles).length * (2 * about + (commands.length - about)));
});

describe.each(commands.map(({ verb, item }) => [`${verb}${item ? ` of ${item}` : ""}`, verb, item] as const))("%s", (_, verb, item) => {
  const own = cells.filter((cell) => cell.verb === verb && cell.item === item);
  type Cell = (typeof own)[number];
  const openedFor = async ({ whose, about, item: its = "" }: Cell) => {
    const features = await opened();
    return { features, about: await about(whose === "another's" ? its.replace("1.1", "1.2") : its, features) };
  };
  /** What is refused changes nothing, so all who are refused press in the same place. */
  const whereRefused = new Map<string, ReturnType<typeof openedFor>>();
  const placeOf = (cell: Cell): ReturnType<typeof openedFor> => {
    const place = (!cell.may && whereRefused.get(cell.whose)) || openedFor(cell);
    if (!cell.may) whereRefused.set(cell.whose, place);
    return place;
  };
  test.each(own.map((cell) => [cell.role, cell.whose, cell.may ? "is written" : "is refused", cell] as const))(
    "by %s on %s item %s",
    async (role, _whose, __, cell) => {
      const { features, about } = await placeOf(cell);
      const before = new Set((await features.auditLog.personalToo({ plan: "plan" })).map(({ _id }) => _id));
      const answer = await press(features, roles[role], cell.verb, about, cell.inputs);
      const made = (await features.auditLog.personalToo({ plan: "plan" })).filter(({ _id }) => !before.has(_id));
      expect([answer?.view, made.length], answer?.text).toEqual(cell.may ? ["receipt", 1] : ["notice", 0]);
      const inPlaceOf = role === "in the lead's place" && cell.allowed !== everybody ? roles.lead : undefined;
      if (cell.may) expect(made[0]).toMatchObject({ by: roles[role], byId: roles[role], through: cell.verb });
      if (cell.may) expect(made[0]?.inPlaceOf).toBe(inPlaceOf);
    },
  );
});
