/** The words of a level above actions: "Priority 1.1: Skills for green jobs", "A. Ready for school", "Theme: Start well". Pure. */

export interface LevelWords {
  /** What the level is called, in lower case: "priority". */
  word?: string;
  id?: string;
  title: string;
}

const called =
  "(?:(?:strategic|key|corporate|equality|our|delivery|council) )?(themes?|pillars?|strands?|ambitions?|aims?|goals?|priority|priorities|objectives?|outcomes?|recommendations?|requirements?|obligations?|pledges?|workstreams?|work streams?|service areas?|missions?|domains?|programmes?|commitments?|parts?|sections?|chapters?|focus areas?|areas?)";
const number = "([a-z]{0,4}-?\\d{1,3}(?:\\.\\d{1,3})*|[ivx]{1,5}|[a-z])";
const joint = "\\s*[.:)–—-]+\\s*";

const labelled = new RegExp(`^${called}\\s+(?:no\\.?\\s*)?${number}(?:(?:${joint}|\\s+)(\\S.*))?$`, "iu");
const named = new RegExp(`^${called}\\s*[:–—-]\\s*(\\S.*)$`, "iu");
const dotted =
  /^((?:[A-Z]{1,4}-?)?\d{1,3}(?:\.\d{1,3})+|[IVX]{1,5}(?:\.\d{1,3})+|[A-Z]{1,4}\d{1,3}(?:\.\d{1,3})+|[A-Z]{1,4}-?\d{1,3})(?:\s*[.:)–—-]+\s*|\s+)(\S.*)$/u;
const numbered = /^(\d{1,3}[a-z]?|[A-Z])\s*[.:)–—-]+\s+(\S.*)$/u;
const bare = /^(\d{1,2})\s+(\p{Lu}.*)$/u;

const plainWord = (word: string | undefined): string => (word ?? "").toLowerCase().replace(/ies$/, "y").replace(/s$/, "");

const longest = 500;

/** `bareNumbers`: a number with nothing behind it counts too ("1 Open the stores"), as all of its kind have one. */
export function levelWords(text: string, bareNumbers = false): LevelWords {
  const words = text
    .slice(0, longest)
    .replace(/\s+/g, " ")
    .replace(/\s*\(?(?:continued|cont'?d\.?|cont\.)\)?\s*$/i, "")
    .trim();
  const label = labelled.exec(words);
  if (label) {
    const [, word, id = "", title = ""] = label;
    // "Priority actions …" and the like are no "priority a".
    const isId = !/^[a-z]+$/.test(id) || /[.:)–—-]/.test(words.charAt(words.indexOf(id, word?.length) + id.length));
    if (isId) return { word: plainWord(word), id, title: title || words };
  }
  const name = named.exec(words);
  if (name?.[2]) return { word: plainWord(name[1]), title: name[2] };
  const coded = dotted.exec(words) ?? numbered.exec(words) ?? (bareNumbers ? bare.exec(words) : null);
  if (coded?.[1] && coded[2] && !/^(?:19|20)\d\d$/.test(coded[1])) return { id: coded[1], title: coded[2] };
  return { title: words };
}

/** Whether a line reads as the heading of a level, whatever it looks like. */
export function readsLikeLevel(text: string): boolean {
  if (text.length > 160 || /[.;,]$/.test(text)) return false;
  const { word, id } = levelWords(text);
  return id !== undefined || (word !== undefined && named.test(text));
}

/** Which level of a file such words are: those of one kind stand side by side. */
export function kindOfLevel({ word, id }: LevelWords): string {
  if (word) return word;
  if (!id) return "words";
  return /^\d/.test(id) ? `number ${id.split(".").length}` : `code ${id.replace(/\d+/g, "9")}`;
}

const captions =
  /^(?:(?:the|our|key|main|table of|list of|priority|delivery|high level|performance|success|proposed) )*(?:actions?|activities|activity|tasks?|measures?|kpis?|indicators?|outcomes?|milestones?|deliverables?|action plan|delivery plan|implementation plan|plan|tracker|key performance indicators?|measures of success)(?: (?:plan|table|tracker|list|for)?\s*[\d/–—-]{0,15})?:?$/i;
const leadIns =
  /^(?:(?:to (?:do|achieve|deliver) this,? )?(?:what |how )?we (?:will|plan to|aim to|are going to)(?: (?:do|achieve|deliver|take|know|measure|make)\b)?(?: (?:this|it|these|success|progress|there|we have succeeded|if we have succeeded))?(?: by)?(?: the following)?|how (?:we will|will we) (?:know|measure).{0,40}|what (?:we will do|will we do|success looks like).{0,20}|the actions are)\s*[:?]?$/i;

const DATED = /^(?:(?:by|before|in|during|from)\s+(\S.{2,40}?)|((?:all|each|every|at all) \p{L}{3,8}(?: \p{L}{3,8})?|always)),?\s+(?=we (?:will|plan|aim)\b)/iu;
const withoutDate = (text: string): string => text.trim().replace(DATED, "");

/** Words over a table or a list that are no level: "Key actions", "How we will know", "We will do this by:". */
export const isCaption = (text: string): boolean => text.length < 120 && (captions.test(text.trim()) || leadIns.test(withoutDate(text)));

/** "By March 2027 we will:": the date of what follows, as printed; nothing where there is none. */
export const dateIn = (caption: string): string | undefined => DATED.exec(caption.trim())?.slice(1).find(Boolean);

/** Of those, the ones that bullets follow which are actions. */
export const leadsToActions = (text: string): boolean =>
  text.length < 120 &&
  ((leadIns.test(withoutDate(text)) && !/\bknow|measure|success/i.test(text)) || /^(?:key |our |the )*(?:actions|activities)\b.{0,20}$/i.test(text.trim()));

/** Of those, the ones that bullets follow which are measures: "How we will know", "Measures of success". */
export const leadsToMeasures = (text: string): boolean =>
  isCaption(text) && /\b(?:know|measures?|success|succeeded|kpis?|indicators?|outcomes?)\b/i.test(text) && !leadsToActions(text);
