/** What Word prints before the items of its lists: it is nowhere in their text, but counted. */
import { readXml } from "./xml.js";

interface Level {
  /** "decimal", "bullet", "lowerLetter" … */
  format: string;
  /** "%1.%2" */
  text: string;
  start: number;
}

export interface NumberedBy {
  list: string;
  level: number;
}

/** Which list a paragraph's style puts it into, by style. */
export function listsOfStyles(xml: string): Map<string, NumberedBy> {
  const own = new Map<string, Partial<NumberedBy>>();
  const basedOn = new Map<string, string>();
  let style = "";
  readXml(xml, {
    open({ name, of }) {
      if (name === "style") style = of.styleId ?? "";
      if (name === "basedOn" && of.val) basedOn.set(style, of.val);
      if (name === "numId" && of.val) own.set(style, { ...own.get(style), list: of.val });
      if (name === "ilvl" && of.val) own.set(style, { ...own.get(style), level: Number(of.val) });
    },
  });
  const found = new Map<string, NumberedBy>();
  for (const name of new Set([...own.keys(), ...basedOn.keys()])) {
    let list: string | undefined;
    let level: number | undefined;
    for (let at: string | undefined = name, steps = 0; at && steps < 20; at = basedOn.get(at), steps++) {
      list ??= own.get(at)?.list;
      level ??= own.get(at)?.level;
    }
    if (list) found.set(name, { list, level: level ?? 0 });
  }
  return found;
}

interface Numbering {
  levels: Map<string, Map<number, Level>>;
  /** A list to the kind of list that it is one of. */
  kinds: Map<string, string>;
}

function readNumbering(xml: string): Numbering {
  const levels = new Map<string, Map<number, Level>>();
  const kinds = new Map<string, string>();
  let kind = "";
  let list = "";
  let level: Level | undefined;
  readXml(xml, {
    open({ name, of }) {
      const val = of.val ?? "";
      if (name === "abstractNum") {
        kind = of.abstractNumId ?? "";
        levels.set(kind, new Map());
      }
      if (name === "num") [list, kind] = [of.numId ?? "", ""];
      if (name === "abstractNumId") kinds.set(list, val);
      if (name === "lvl" && kind) {
        level = { format: "decimal", text: "", start: 1 };
        levels.get(kind)?.set(Number(of.ilvl), level);
      }
      if (name === "numFmt" && level) level.format = val;
      if (name === "lvlText" && level) level.text = val;
      if (name === "start" && level) level.start = Number(val) || 0;
    },
    close(name) {
      if (name === "lvl") level = undefined;
    },
  });
  return { levels, kinds };
}

/** Counts the items of all lists in the order they are asked for. Gives "1.1", or nothing for bullets, letters and what is in no list. */
export function numberer(xml: string | undefined): (by: NumberedBy) => string | undefined {
  const { levels, kinds } = xml ? readNumbering(xml) : { levels: new Map<string, Map<number, Level>>(), kinds: new Map<string, string>() };
  const counts = new Map<string, number[]>();
  return ({ list, level }) => {
    const kind = kinds.get(list) ?? "";
    const of = levels.get(kind);
    const it = of?.get(level);
    if (!of || !it) return undefined;
    const count = counts.get(kind) ?? [];
    count[level] = (count[level] ?? it.start - 1) + 1;
    counts.set(kind, count.slice(0, level + 1));
    if (it.format !== "decimal" || !it.text) return undefined;
    return it.text.replace(/%(\d)/g, (_, digit: string) => {
      const at = Number(digit) - 1;
      return String(count[at] ?? of.get(at)?.start ?? 1);
    });
  };
}
