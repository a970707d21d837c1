/** People are called by their names in all that is shown; addresses stay in what buttons and fields send back. Pure. */
import { type Catalogue, type KnownPlan, wordsOf } from "../plan/index.js";
import { addressPattern, apart, domainOf, nameFromAddress } from "../shared/addresses.js";
import type { Answer, FormInput } from "../shared/answer.js";
import { answerIn } from "../shared/answer-text.js";
import { UserFacingError } from "../shared/errors.js";
import { everybodyIn } from "./naming/address.js";

/** Whose names are at hand where something is said: those of the plans, the managers, whoever asks. */
export interface Company {
  loaded: readonly KnownPlan[];
  managers: readonly string[];
  asker?: { email?: string };
}

/** Says names for addresses, in a text and in an answer. */
export interface Calling {
  text(said: string): string;
  answer(answer: Answer): Answer;
}

/** `met`: names by address, as Teams gives them. Who has none there is called by what stands before the @. */
export function callingByName(company: Company, met: ReadonlyMap<string, string>): Calling {
  let opened: Names | undefined;
  const names = (): Names => {
    opened ??= openNames(company, met);
    return opened;
  };
  const text = (said: string): string => (said.includes("@") ? said.replace(addressPattern, (address) => names().of(address)) : said);
  return {
    text,
    answer(answer) {
      const data = shown(answer.data, text) as Answer["data"];
      const called = { ...(answerIn(answer.view, data as never) as Answer), ...(answer.plan !== undefined && { plan: answer.plan }) };
      const own = company.asker?.email?.toLowerCase();
      const facts = [...("facts" in data ? data.facts : []), ...(("details" in data && data.details?.facts) || [])];
      const chats = facts.flatMap(({ value }) => names().addressOf(value) ?? []).filter((address) => address !== own);
      return chats.length ? { ...called, chats: Object.fromEntries(chats.map((address) => [names().of(address), address])) } : called;
    },
  };
}

/** What a refusal says names people too. */
export async function withNames<T>(calling: () => Promise<Calling>, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof UserFacingError && error.message.includes("@")) error.message = (await calling()).text(error.message);
    throw error;
  }
}

interface Names {
  /** Somebody of the house or whom the bot has met; any other address, and one that the plan prints, as it is written. */
  of(written: string): string;
  addressOf(name: string): string | undefined;
}

function openNames({ loaded, managers, asker }: Company, met: ReadonlyMap<string, string>): Names {
  const plans = loaded.map(({ catalogue }) => factsOf(catalogue));
  const people = new Set([...plans.flatMap((one) => one.people), ...managers, ...(asker?.email ? [asker.email.toLowerCase()] : [])]);
  const domains = new Set([...people].map(domainOf));
  const named = new Map<string, string>();
  const bearers = new Map<string, string[]>();
  const add = (address: string): string => {
    const name = met.get(address) ?? nameFromAddress(address);
    named.set(address, name);
    bearers.set(name, [...(bearers.get(name) ?? []), address]);
    return name;
  };
  for (const address of people) add(address);
  return {
    of(written) {
      const address = written.toLowerCase();
      const isOurs = met.has(address) || domains.has(domainOf(address));
      if (!isOurs || plans.some(({ printed }) => printed.has(address))) return written;
      const name = named.get(address) ?? add(address);
      const others = (bearers.get(name) ?? []).filter((one) => one !== address);
      return others.length ? `${name} (${apart(address, others)})` : name;
    },
    addressOf(name) {
      const [address, ...others] = bearers.get(name) ?? [];
      return others.length ? undefined : address;
    },
  };
}

interface PlanFacts {
  people: string[];
  /** Addresses in the plan's own words. */
  printed: ReadonlySet<string>;
}

const factsKept = new WeakMap<Catalogue, PlanFacts>();

function factsOf(catalogue: Catalogue): PlanFacts {
  const kept = factsKept.get(catalogue);
  if (kept) return kept;
  const printed = catalogue.items.flatMap((item) => wordsOf(item).match(addressPattern) ?? []);
  const facts = { people: everybodyIn(catalogue), printed: new Set(printed.map((one) => one.toLowerCase())) };
  factsKept.set(catalogue, facts);
  return facts;
}

/** What nobody reads as it stands: what buttons carry, names of fields, an example of what to type. */
const UNSEEN = new Set(["data", "says", "verb", "plan", "png", "hint", "name"]);

function shown(value: unknown, text: (said: string) => string): unknown {
  if (typeof value === "string") return text(value);
  if (Array.isArray(value)) return value.map((one) => shown(one, text));
  if (typeof value !== "object" || value === null) return value;
  if ("kind" in value && "label" in value) return shownInput(value as FormInput, text);
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, UNSEEN.has(key) ? one : shown(one, text)]));
}

/** What is typed or chosen comes back as it was. */
const shownInput = (input: FormInput, text: (said: string) => string): FormInput => ({
  ...input,
  label: text(input.label),
  ...(input.message !== undefined && { message: text(input.message) }),
  ...(input.choices && { choices: input.choices.map(({ label, value }) => ({ label: text(label), value })) }),
});
