/** Versions of a plan that are kept whole under a name, "as agreed", to hold today's plan against. */
import { randomUUID } from "node:crypto";
import { z } from "zod/v4";
import { type KnownPlan, Plan } from "../plan/index.js";
import { changeOf, type Recorded, type Trail } from "../record/index.js";
import { UserFacingError } from "../shared/errors.js";
import { listed } from "../shared/words.js";
import type { Document, Storage } from "../storage/port.js";

export interface Frozen extends Recorded {
  plan: string;
  name: string;
  /** Instant (ISO 8601) and who did it. */
  at: string;
  by: string;
  content: string;
  pieces: number;
}

export interface Freezing {
  name: string;
  by: string;
  at: Date;
  /** The card whose button was pressed: its id counts once. */
  card?: { id: string; verb: string; byId: string };
}

interface Piece extends Document {
  content: string;
  place: number;
  text: string;
}

export interface FrozenPlans {
  /** Keeps `now` whole, or nothing. Throws a UserFacingError when the name is taken. */
  freeze(known: KnownPlan, now: Plan, as: Freezing): Promise<Frozen>;
  /** Newest first. */
  all(planId: string): Promise<Frozen[]>;
  /** The newest, or the one of that name. Throws a UserFacingError that says how, or which there are. */
  of(planId: string, name?: string): Promise<{ frozen: Frozen; content: Plan }>;
}

const pieceLength = 500_000;
export const longestName = 60;
const Name = z.string().trim().min(1).max(longestName);
const keyOf = (name: string): string => name.toLowerCase().replace(/\s+/g, " ");

export function openFrozen(storage: Storage, trail: Trail): FrozenPlans {
  const heads = storage.collection<Frozen>("frozenPlans");
  const pieces = storage.collection<Piece>("frozenPlanParts");
  const keeper = trail.keeper<Frozen>("frozenPlans");
  const all = (plan: string) => heads.find({ plan }, { sort: { at: -1 } });
  return {
    all,
    async freeze({ id: plan }, now, { name: given, by, at, card = { id: randomUUID(), verb: "plan freeze", byId: "" } }) {
      const name = Name.safeParse(given).data;
      if (!name) throw new UserFacingError(`A version needs a name of at most ${longestName} characters. Nothing was saved.`);
      const [content, id, text] = [randomUUID(), card.id, JSON.stringify(now)];
      const count = Math.ceil(text.length / pieceLength);
      for (let place = 0; place < count; place++)
        await pieces.insert({ _id: `${content}/${place}`, content, place, text: text.slice(place * pieceLength, (place + 1) * pieceLength) });
      // The head comes last: without it there is no such version.
      const dropped = () => pieces.remove({ content });
      const decide = (before: Frozen | undefined) => {
        if (before) throw new UserFacingError(`There is a version called "${before.name}" already. Nothing was saved: please give another name.`);
        const part = { item: "plan", what: "frozen version", to: name };
        const change = changeOf({ id, plan, parts: [part], author: { email: by, id: card.byId }, at, through: card.verb });
        return { change, create: { plan, name, at: at.toISOString(), by, content, pieces: count } };
      };
      const written = await keeper.change(`${plan}/${keyOf(name)}`, id, decide).catch(async (error: unknown) => {
        if (error instanceof UserFacingError) await dropped();
        throw error;
      });
      if (written.now.content !== content) await dropped();
      return written.now;
    },
    async of(plan, name) {
      const known = await all(plan);
      const frozen = name === undefined ? known[0] : known.find((one) => keyOf(one.name) === keyOf(name.trim()));
      if (!frozen) throw new UserFacingError(nothingCalled(known, name));
      const found = await pieces.find({ content: frozen.content }, { sort: { place: 1 } });
      if (found.length !== frozen.pieces) throw new Error("a frozen version is not whole");
      return { frozen, content: Plan.parse(JSON.parse(found.map(({ text }) => text).join(""))) };
    },
  };
}

const nothingCalled = (known: Frozen[], name: string | undefined): string =>
  known.length
    ? `No version is called "${name}". There ${known.length === 1 ? "is" : "are"} ${listed(known.slice(0, 10).map((one) => `"${one.name}"`))}.`
    : "No version of the plan was frozen yet. `plan freeze --as NAME` keeps it as it stands.";
