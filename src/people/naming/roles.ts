/** Who an item names, and what naming somebody makes of that. Pure. */
import { z } from "zod/v4";
import type { ChangePart } from "../../audit/index.js";
import type { Amendment, ItemOf } from "../../plan/index.js";
import type { Permission } from "../rights.js";

export type NamedItem = ItemOf<"priority"> | ItemOf<"action"> | ItemOf<"measure">;

export const Role = z.enum(["lead", "reporter", "deputy", "no-deputy", "nobody"]);
export type Role = z.infer<typeof Role>;

/** Who is named for an item itself, not through what it stands under. */
export interface Names {
  lead?: string;
  reporter?: string;
  deputies: string[];
}

/** The words of an item that somebody can be named for. */
export const textOf = (item: NamedItem): string =>
  item.type === "priority" ? item.priority.title : item.type === "action" ? item.action.text : item.measure.text;

/** As the plan says, with what was said since, which may be newer than the plan in hand. */
export function namesOf(item: NamedItem, said: Amendment | undefined): Names {
  const own = item.type === "priority" ? item.priority : item.type === "action" ? item.action : item.measure;
  const lead = said?.lead ?? ("lead" in own ? own.lead : undefined);
  const reporter = said?.reporter ?? ("reporter" in own ? own.reporter : undefined);
  return { ...(lead && { lead }), ...(reporter && { reporter }), deputies: said?.deputies ?? own.deputies ?? [] };
}

/** Roles that an item has, as a person reads them. */
export function rolesOf(item: NamedItem): { value: Role; label: string }[] {
  if (item.type === "measure")
    return [
      { value: "reporter", label: "Reporter, in place of the one now" },
      { value: "deputy", label: "May report as well" },
      { value: "no-deputy", label: "May not report any more" },
      { value: "nobody", label: "Nobody is named: any member of staff may report" },
    ];
  return [
    { value: "lead", label: "Lead, in place of the one now" },
    { value: "deputy", label: "Deputy, beside the lead" },
    { value: "no-deputy", label: "No deputy any more" },
    { value: "nobody", label: item.type === "action" ? "No lead of its own: its priority's lead counts" : "Nobody leads it" },
  ];
}

/** The permission that naming somebody for it needs. */
export const permissionOf = (item: NamedItem): Permission => (item.type === "measure" ? "name a reporter" : "name a lead");

export interface Named {
  said: Amendment;
  /** Nothing when nothing is different. */
  parts: ChangePart[];
}

/** Names somebody, or takes it back. `email` is not looked at for "nobody". */
export function name(item: NamedItem, names: Names, role: Role, email: string): Named {
  if (role === "deputy" || role === "no-deputy") return deputised(item, names, role === "deputy", email);
  const what = item.type === "measure" ? "reporter" : "lead";
  const [from, to] = [names[what], role === "nobody" ? undefined : email];
  return { said: { [what]: to ?? "" }, parts: from === to ? [] : [{ item: item.id, what, ...(from && { from }), ...(to && { to }) }] };
}

function deputised(item: NamedItem, { deputies }: Names, add: boolean, email: string): Named {
  const is = deputies.includes(email);
  const next = add ? [...new Set([...deputies, email])] : deputies.filter((one) => one !== email);
  return { said: { deputies: next }, parts: is === add ? [] : [{ item: item.id, what: "deputy", ...(add ? { to: email } : { from: email }) }] };
}

/** Everything of one person given to another; nothing when it names the first nowhere. */
export function replaced(item: NamedItem, names: Names, from: string, to: string): Named {
  const lead = names.lead === from;
  const reporter = names.reporter === from;
  const deputy = names.deputies.includes(from);
  const deputies = [...new Set(names.deputies.map((one) => (one === from ? to : one)))];
  const part = (what: string) => ({ item: item.id, what, from, to });
  return {
    said: { ...(lead && { lead: to }), ...(reporter && { reporter: to }), ...(deputy && { deputies }) },
    parts: [...(lead ? [part("lead")] : []), ...(reporter ? [part("reporter")] : []), ...(deputy ? [part("deputy")] : [])],
  };
}

/** "Lead: a@example.org", "Deputies: …", a line each. */
export function namesInWords(item: NamedItem, { lead, reporter, deputies }: Names): string[] {
  const who = item.type === "measure" ? `Reporter: ${reporter ?? "nobody named"}` : `Lead: ${lead ?? leadBeside(item)}`;
  return [who, ...(deputies.length ? [`${item.type === "measure" ? "May report as well" : "Deputies"}: ${deputies.join(", ")}`] : [])];
}

const leadBeside = (item: NamedItem): string =>
  item.type === "action" && item.priority.lead ? `none of its own; ${item.priority.lead} leads its priority` : "nobody named";
