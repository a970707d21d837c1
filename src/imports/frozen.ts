/** Versions of a plan that are kept whole under a name, "as agreed", to hold today's plan against. */
import { randomUUID } from "node:crypto";
import { z } from "zod/v4";
import { type AuditLog, changeOf, type Recorded } from "../audit/index.js";
import { type KnownPlan, Plan } from "../plan/index.js";
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

/** Content that is being written, by its id, until its version stands or it was dropped. */
interface Draft extends Document {
  /** Instant (ISO 8601). */
  at: string;
}

/** The name that the first press of a card gave. `_id` is the card's. */
interface Claim extends Document {
  name: string;
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
/** Longer than any freezing takes: a draft as old as this was left by a crash. */
const draftMs = 3_600_000;
export const longestName = 60;
const Name = z.string().trim().min(1).max(longestName);
const keyOf = (name: string): string => name.toLowerCase().replace(/\s+/g, " ");

/** Versions of plans kept whole under a name; a name is used once, and what a crash left half written is removed. */
export function openFrozen(storage: Storage, auditLog: AuditLog): FrozenPlans {
  const heads = storage.collection<Frozen>("frozenPlans");
  const pieces = storage.collection<Piece>("frozenPlanParts");
  const repository = auditLog.repository<Frozen>("frozenPlans");
  const drafts = storage.collection<Draft>("frozenPlanDrafts");
  const claims = storage.collection<Claim>("frozenPlanClaims");
  const drop = async (content: string) => {
    await pieces.remove({ content });
    await drafts.remove({ _id: content });
  };
  /** Removes what a crash left of versions that never came to be. */
  const clear = async (at: Date) => {
    for (const { _id: content } of await drafts.find({ at: { $lte: new Date(at.getTime() - draftMs).toISOString() } }))
      if ((await heads.find({ content }, { limit: 1 })).length) await drafts.remove({ _id: content });
      else await drop(content);
  };
  /** A card counts once, so all its presses have the name of the first one that was given. */
  const claimed = async (id: string, name: string): Promise<string> =>
    (await claims.insert({ _id: id, name })) ? name : ((await claims.get(id))?.name ?? name);
  const write = async (content: string, text: string, at: Date): Promise<number> => {
    await drafts.insert({ _id: content, at: at.toISOString() });
    const count = Math.ceil(text.length / pieceLength);
    for (let place = 0; place < count; place++)
      await pieces.insert({ _id: `${content}/${place}`, content, place, text: text.slice(place * pieceLength, (place + 1) * pieceLength) });
    return count;
  };
  const all = (plan: string) => heads.find({ plan }, { sort: { at: -1 } });
  return {
    all,
    async freeze({ id: plan }, now, { name: given, by, at, card = { id: randomUUID(), verb: "plan freeze", byId: "" } }) {
      const said = Name.safeParse(given).data;
      if (!said) throw new UserFacingError(`A version needs a name of at most ${longestName} characters. Nothing was saved.`);
      await clear(at);
      const [content, id] = [randomUUID(), card.id];
      const name = await claimed(id, said);
      const count = await write(content, JSON.stringify(now), at);
      // The head comes last: without it there is no such version.
      const decide = (before: Frozen | undefined) => {
        if (before) throw new UserFacingError(`There is a version called "${before.name}" already. Nothing was saved: please give another name.`);
        const part = { item: "plan", what: "frozen version", to: name };
        const change = changeOf({ id, plan, parts: [part], author: { email: by, id: card.byId }, at, through: card.verb });
        return { change, create: { plan, name, at: at.toISOString(), by, content, pieces: count } };
      };
      const written = await repository.change(`${plan}/${keyOf(name)}`, id, decide).catch(async (error: unknown) => {
        if (error instanceof UserFacingError) {
          await drop(content);
          // Another press of the card may give another name.
          await claims.remove({ _id: id, name });
        }
        throw error;
      });
      if (written.now.content === content) await drafts.remove({ _id: content });
      else await drop(content);
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
