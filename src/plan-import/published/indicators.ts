/** Measures of tables of their own, given to the priorities they belong to. Pure. */
import { quoted } from "../problems.js";
import { chainOf, type Level, levelAt, plainTitle } from "./draft.js";
import { levelWords } from "./level-words.js";
import { addMeasures } from "./measure-cells.js";
import { type IndicatorRow, type Reading, unread } from "./reading.js";

function* levelsUnder(level: Level): Generator<Level> {
  for (const child of level.children) {
    yield* levelsUnder(child);
    yield child;
  }
}

/** The priority of that name or number, deepest first. */
function levelCalled(all: Level[], text: string): Level | undefined {
  const { id, title } = levelWords(text, true);
  return (
    all.find(({ words }) => plainTitle(words.title) === plainTitle(text) || plainTitle(words.title) === plainTitle(title)) ??
    all.find(({ words }) => words.id !== undefined && words.id.toLowerCase() === (id ?? text.trim()).toLowerCase())
  );
}

function homeOf(reading: Reading, { own, above }: IndicatorRow): Level | undefined {
  const all = [...levelsUnder(reading.root)];
  const withActions = all.filter(({ actions }) => actions.length);
  const named = own.at(-1);
  if (named)
    return levelCalled(all, named) ?? levelAt(reading.root, [...chainOf(above), ...own.map((title) => ({ words: levelWords(title), where: "", saidBy: "" }))]);
  const headings = [...above].reverse();
  for (const { name } of headings) {
    const found = all.find(({ words }) => plainTitle(words.title) === plainTitle(name.words.title));
    if (found) return found;
  }
  if (above.some(({ kind }) => kind !== "words")) return levelAt(reading.root, chainOf(above));
  return withActions.length === 1 ? withActions[0] : !all.length ? reading.root : undefined;
}

/** Puts a table of indicators under the priorities that it names; what names none is listed as unread. */
export function joinIndicators(reading: Reading): void {
  for (const row of reading.indicators) {
    const measures = row.read();
    if (!measures.length) continue;
    const home = homeOf(reading, row);
    if (home) addMeasures(home.measures, measures);
    else unread(reading, `${row.row.where}: no priority is named for the measure ${quoted(measures[0]?.text)}, so it is not read`);
  }
}
