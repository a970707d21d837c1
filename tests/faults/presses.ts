/** Presses of every card that changes actions, people, managers and committee dates, and what stands because of them. */
import { withProgress } from "../../src/progress/index.js";
import type { Answer } from "../../src/shared/answer.js";
import { type Features, headOfService } from "../support/features.js";

export const at = new Date("2026-11-24T10:00:00.000Z");

export interface Pressed {
  as: string;
  verb: string;
  data: Record<string, unknown>;
}

const turn = (as: string) => ({ at, conversationId: "a:1", asker: { id: as, email: as } });

/** The card that words bring up. */
export async function cardFor(features: Features, as: string, text: string): Promise<Answer> {
  const { readings, context } = await features.assistant.hear({ text, ...turn(as) });
  const [reading] = readings;
  if (readings.length !== 1 || !reading) throw new Error(`${readings.length} readings of "${text}"`);
  return features.assistant.answer(reading, context);
}

export async function pressOf(features: Features, as: string, text: string, verb: string, inputs: Record<string, unknown>): Promise<Pressed> {
  const { data, text: shown } = await cardFor(features, as, text);
  const press = "presses" in data ? data.presses?.find((each) => each.verb === verb) : undefined;
  if (!press) throw new Error(`no ${verb} on: ${shown}`);
  return { as, verb, data: { ...inputs, ...press.data } };
}

export async function pressInto({ assistant }: Features, { as, verb, data }: Pressed): Promise<Answer> {
  const answer = await assistant.press({ verb, data }, turn(as));
  if (!answer) throw new Error("no answer");
  return answer;
}

const business = "business.lead@example.org";
const funding = "funding.lead@example.org";
const anna = "anna.smith@example.org";
const moreTime = { due: "2030-06-30", why: "The programme starts a quarter later." };

/** One of each, of the libraries' plan. A request for more time is written at once, for the manager's card. */
export async function onePressEach(features: Features): Promise<Pressed[]> {
  const asked = await pressOf(features, funding, "more time for the full programme milestone of 3.2.1", "progress.ask-time", moreTime);
  await pressInto(features, asked);
  const head = headOfService;
  return [
    await pressOf(features, business, "update 2.3.1", "progress.save", { status: "complete", note: "All spokes are open." }),
    await pressOf(features, business, "mark the spokes of 2.3.1 as done", "progress.done", { day: "2026-11-20", link: "https://example.org/hub" }),
    await pressOf(features, head, "requests for more time", "progress.agree", { words: "Agreed by the board." }),
    await pressOf(features, funding, "more time for the funding plan agreed milestone of 3.2.1", "progress.ask-time", { ...moreTime, due: "2027-02-26" }),
    await pressOf(features, head, "name the lead of 2.3.2", "people.name", { role: "lead", email: anna }),
    await pressOf(features, head, "hand over everything of skills.lead@example.org", "people.hand-over", { email: anna }),
    await pressOf(features, head, `make ${anna} a manager`, "people.make-manager", { email: anna }),
    await pressOf(features, head, "the committee met on 12 October 2026", "committee.save", { day: "2026-10-12" }),
  ];
}

/** All that these presses change, and how many changes the record has. */
export async function standsIn({ plans, progress, managers, committee, auditLog }: Features) {
  const known = await plans.current();
  const said = await progress.of("plan");
  const actions = known?.catalogue.actions.map(({ id, action }) => {
    const { status, milestones, lead } = withProgress(action, said.get(id));
    return [id, status, milestones, lead, said.get(id)?.evidence, said.get(id)?.asked];
  });
  const leads = known?.catalogue.priorities.map(({ id, priority }) => [id, priority.lead]);
  const changes = await auditLog.changes({ plan: "plan" });
  return {
    state: JSON.stringify([actions, leads, await managers.all(), await committee.of("plan")]),
    entered: changes.map(({ _id }) => _id),
  };
}
