/** The words of a message as a person said them: without the mention of the bot, what is quoted and what nobody sees. Never throws, whatever a client sends. */
import type { Activity } from "botbuilder";
import type { Quote } from "../request/turn.js";

interface Mention {
  type?: string | null;
  text?: unknown;
  mentioned?: { id?: string; name?: string };
}

/** Where a turn keeps what its message quotes, which its words do not say any more. */
export const QUOTES = "quotes";

/** More than anyone writes; each costs a walk through the text. */
const MOST_MENTIONS = 100;
const MOST_QUOTES = 5;

const AT = /<at\b[^<>]*>([^<>]*)<\/at>/gi;
const REPLY_TAG = /<blockquote\b[^<>]*>/gi;
/** Zero-width characters, marks of direction, soft hyphens. */
const UNSEEN = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/g;
/** "2·3" as it is written on paper. */
const MIDDLE_DOT = /(?<=\d)[·‧∙・](?=\d)/g;

/** A mark such as `<quoted messageId="177"/>` is as long at most. */
const LONGEST_MARK = 600;
const OPENINGS = ["<quoted ", "&lt;quoted "];

/** The marks of quotes in a text, and the text without them. */
function marksIn(text: string): { marks: string[]; rest: string } {
  const lower = text.toLowerCase();
  const marks: string[] = [];
  let rest = "";
  let from = 0;
  while (marks.length < MOST_QUOTES) {
    const [at] = OPENINGS.map((opening) => lower.indexOf(opening, from))
      .filter((place) => place >= 0)
      .sort((a, b) => a - b);
    if (at === undefined) break;
    const [end] = [">", "&gt;"].flatMap((closing) => (lower.includes(closing, at) ? [lower.indexOf(closing, at) + closing.length] : [])).sort((a, b) => a - b);
    if (end === undefined || end - at > LONGEST_MARK) break;
    marks.push(text.slice(at, end));
    rest += `${text.slice(from, at)} `;
    from = end;
  }
  return { marks, rest: rest + text.slice(from) };
}

/** The value of an attribute, as far as a tag has it. */
function attributeOf(tag: string, name: string): string | undefined {
  const at = tag.toLowerCase().indexOf(`${name.toLowerCase()}="`);
  const from = at + name.length + 2;
  const end = tag.indexOf('"', from);
  return at >= 0 && end > from ? asId(tag.slice(from, end)) : undefined;
}

/** The words of the first element that is marked as a preview. */
function previewIn(html: string): { preview?: string } {
  const at = html.toLowerCase().indexOf('itemprop="preview"');
  const from = html.indexOf(">", at) + 1;
  return at >= 0 && from > 0 ? asPreview(html.slice(from, html.indexOf("<", from))) : {};
}

const ENTITIES: Record<string, string> = { "&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": '"', "&#39;": "'", "&apos;": "'", "&nbsp;": " " };
const decoded = (text: string): string => text.replace(/&(?:amp|lt|gt|quot|#39|apos|nbsp);/gi, (entity) => ENTITIES[entity.toLowerCase()] ?? entity);

const called = (name: string): string => decoded(name).replace(UNSEEN, "").replace(/\s+/g, " ").trim().toLowerCase();

const mentionsIn = ({ entities }: Partial<Activity>): Mention[] =>
  ((entities ?? []) as Mention[]).slice(0, MOST_MENTIONS).filter((entity) => entity?.type === "mention");

const ownIn = (activity: Partial<Activity>): Mention[] => mentionsIn(activity).filter(({ mentioned }) => mentioned?.id === activity.recipient?.id);

/** What the bot is called in this message. Where the client lists no mentions at all it is the bot's name, or whoever is mentioned first. */
function ownNames(activity: Partial<Activity>): Set<string> {
  const { text = "", recipient } = activity;
  if (mentionsIn(activity).length) return new Set(ownIn(activity).flatMap(({ mentioned }) => (mentioned?.name ? [called(mentioned.name)] : [])));
  const [first] = text.matchAll(AT);
  return new Set([recipient?.name || first?.[1]].flatMap((name) => (name ? [called(name)] : [])));
}

/** Whether the bot is mentioned, by the list of mentions or, where a client leaves that out, by name. */
export const isMentioned = (activity: Partial<Activity>): boolean => {
  if (mentionsIn(activity).length) return ownIn(activity).length > 0;
  const own = ownNames(activity);
  return [...(activity.text ?? "").matchAll(AT)].some(([, name = ""]) => own.has(called(name)));
};

/** The bot's own mention gone, anyone else's reduced to the name. */
function withoutMentions(activity: Partial<Activity>): string {
  const own = ownNames(activity);
  let text = activity.text ?? "";
  for (const { text: written } of ownIn(activity)) if (typeof written === "string" && written !== "") text = text.replaceAll(written, " ");
  const bare = text.replace(AT, (_, name: string) => (own.has(called(name)) ? " " : decoded(name)));
  // A client that writes the name without a tag says in no field where.
  const untagged = bare === text && ownIn(activity).some(({ text: written }) => !written) ? [...own].find((name) => called(bare).startsWith(`${name} `)) : "";
  return untagged ? bare.trimStart().slice(untagged.length) : bare;
}

/** The words alone: no mention of the bot, no quote, no trace of a card that was put into it, white space normalised. */
export const spokenText = (activity: Partial<Activity>): string =>
  marksIn(withoutMentions(activity))
    .rest.replace(/<\/?(?:at|span)\b[^<>]{0,500}>/gi, " ")
    .replace(UNSEEN, "")
    .replace(/&nbsp;|\u00a0/g, " ")
    .replace(/[^\S\n]+/g, " ")
    .replace(/ ?\n[\n ]*/g, "\n")
    .normalize("NFC")
    .replace(MIDDLE_DOT, ".")
    .trim();

const asId = (id: unknown): string | undefined => (typeof id === "string" && id !== "" && id.length <= 200 ? id : undefined);
const asPreview = (text: unknown): { preview?: string } => (typeof text === "string" && text.trim() ? { preview: decoded(text).slice(0, 1_000).trim() } : {});

/** Messages that are quoted in this one, in the three ways in which clients say so. Forwarded ones are none. */
export function quotesIn({ text, entities, attachments }: Partial<Activity>): Quote[] {
  const listed = ((entities ?? []) as { type?: unknown; quotedReply?: { messageId?: unknown; preview?: unknown } }[])
    .slice(0, MOST_MENTIONS)
    .flatMap((entity) => (entity?.type === "quotedReply" ? [{ id: asId(entity.quotedReply?.messageId), ...asPreview(entity.quotedReply?.preview) }] : []));
  const marked = marksIn(text ?? "").marks.map((mark) => ({ id: attributeOf(decoded(mark), "messageId") }));
  const html = attachments?.find(({ contentType, content }) => contentType === "text/html" && typeof content === "string")?.content as string | undefined;
  const shown = [...(html ?? "").slice(0, 20_000).matchAll(REPLY_TAG)]
    .filter(([tag]) => /\/Reply\b/i.test(tag))
    .map(([tag]) => ({ id: attributeOf(tag, "itemid"), ...previewIn(html ?? "") }));
  const all: Quote[] = [...listed, ...shown, ...marked].filter((one: Quote) => one.id ?? one.preview).slice(0, 3 * MOST_QUOTES);
  const ids = [...new Set(all.map(({ id }) => id))];
  return ids.slice(0, MOST_QUOTES).map((id) => Object.assign({}, ...all.filter((one) => one.id === id).reverse()) as Quote);
}
