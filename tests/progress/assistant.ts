/** A plan in a database, people who press the cards of this room, and what they read. */

import { openAuditLog } from "../../src/audit/index.js";
import { openForms } from "../../src/forms/index.js";
import { openMessages, type RequestContext } from "../../src/people/index.js";
import { type KnownPlan, openAmendments, openPlans, type Plan } from "../../src/plan/index.js";
import { actionCard, type CardWish } from "../../src/progress/cards.js";
import { type KeptProgress, openCommittee, openProgress, progressVerbs, withProgress } from "../../src/progress/index.js";
import { myActions, ownActions } from "../../src/progress/my-actions.js";
import { answerForm, requestsIn } from "../../src/progress/time-answer.js";
import type { Answer, FormView, Press } from "../../src/shared/answer.js";
import type { Storage } from "../../src/storage/port.js";

export const head = "head@example.org";
export const lead = "lead@example.org";
export const own = "own@example.org";
export const deputy = "deputy@example.org";
export const staff = "staff@example.org";
export const noon = "2026-11-24T12:00:00Z";

export const plan: Plan = {
  title: "A plan",
  starts: "2025-04-01",
  timeZone: "Europe/London",
  themes: [
    {
      id: "1",
      name: "People",
      priorities: [
        {
          id: "1.1",
          title: "Under fives",
          lead,
          deputies: [deputy],
          actions: [
            {
              id: "1.1.1",
              text: "Establish a hub [x](http://evil.example) **bold**",
              timescale: "Year 2",
              milestones: [{ due: "2027-03-31" }],
              status: "on-track",
              note: "Going well",
            },
            {
              id: "1.1.2",
              text: "Pilot in three offices, then everywhere",
              lead: own,
              milestones: [
                { label: "Pilot", due: "2026-03-31" },
                { label: "Roll out", due: "2027-03-31" },
              ],
            },
            { id: "1.1.3", text: "Keep going" },
          ],
          measures: [{ id: "1.1.m1", text: "Number of events", kind: "number" }],
        },
      ],
    },
  ],
};

export async function openOffice(storage: Storage) {
  const auditLog = await openAuditLog(storage);
  const plans = openPlans(storage);
  const known =
    (await plans.current()) ??
    (await plans.save({ id: "plan", plan, look: [], importedAt: "2026-10-12T09:00:00.000Z", importedBy: head, sample: false, staged: [] }));
  const progress = await openProgress(storage);
  const forms = await openForms(storage);
  const messages = openMessages(storage);
  const verbs = new Map(
    progressVerbs({ forms, auditLog, progress, committee: openCommittee(auditLog), tell: (email, _context, make) => messages.tell(email, make) }).map((it) => [
      it.name,
      it,
    ]),
  );

  const context = (as: string, at = noon, at2: Partial<RequestContext> = {}): RequestContext => contextOf(known, as, at, at2);
  const itemOf = (id: string) => {
    const item = known.catalogue.find(id);
    if (item?.type !== "action") throw new Error(`no action ${id}`);
    return item;
  };
  const kept = async (id: string): Promise<KeptProgress | undefined> => (await progress.of("plan")).get(id);
  return {
    storage,
    auditLog,
    known,
    amendments: openAmendments({ auditLog, plans }),
    context,
    kept,
    action: async (id: string) => withProgress(itemOf(id).action, await kept(id)),
    changes: (item?: string) => auditLog.changes({ plan: "plan", ...(item && { items: [item] }) }),
    card: async (as: string, id: string, wish: CardWish, at?: string) => actionCard(forms, context(as, at), itemOf(id), await kept(id), wish),
    mine: async (as: string) => myActions(context(as), ownActions(context(as), as, await progress.of("plan"))),
    requests: async (as: string, at?: string) =>
      requestsIn(context(as, at), (await progress.waiting("plan")).values()).map((request) => answerForm(forms, context(as, at), request)),
    /** Presses a card's button with these inputs; `with` changes what stands at that moment. */
    async press(
      as: string,
      card: Answer | Press,
      verb: string,
      inputs: Record<string, unknown> = {},
      at = noon,
      changed: Partial<RequestContext> = {},
    ): Promise<Answer> {
      const found = "verb" in card ? card : pressOf(card, verb);
      const does = verbs.get(found.verb);
      if (!does) throw new Error(`no verb ${found.verb}`);
      const [data, now] = [does.data.parse({ ...inputs, ...found.data }), context(as, at, changed)];
      return does.run(data, now, await does.look?.(data, now));
    },
  };
}

export type Office = Awaited<ReturnType<typeof openOffice>>;

const contextOf = (known: KnownPlan, as: string, at: string, changed: Partial<RequestContext>): RequestContext => ({
  known,
  plan: known.plan,
  catalogue: known.catalogue,
  today: at.slice(0, 10),
  at: new Date(at),
  asker: { id: `id of ${as}`, ...(as && { email: as }) },
  managers: [head],
  ...changed,
});

export function pressOf(card: Answer, verb: string): Press {
  const found = "presses" in card.data ? card.data.presses?.find((press) => press.verb === verb) : undefined;
  if (!found) throw new Error(`${verb} is not on the card: ${card.text}`);
  return found;
}

export const formOf = (answer: Answer): FormView => {
  if (answer.view !== "form") throw new Error(`no form: ${answer.text}`);
  return answer.data;
};

/** The inputs of a form by name. */
export const inputsOf = (answer: Answer) => Object.fromEntries(formOf(answer).parts.flatMap(({ inputs }) => inputs.map((input) => [input.name, input])));
