/** A message parted into its questions. Pure. */

const opening = "(?:who|when|what|how|which|where|is|are|has|have|does|do(?! not)|did|why|list|show|any|can)";
const asksSomething =
  /\b(?:how|what|who|whose|when|which|why|where|is|are|has|have|does|did|status|due|overdue|list|show|lead|leads|deadline|rag|report|record|log|mark|set|trend|target|latest|measures?|actions?)\b/;

const nextQuestion = new RegExp(
  `(?: ,)? (?:and|also|plus|an(?= (?:who|what|when|where|why|how) )) (?=(?:then |also )?(?:${opening}|report|record|log|mark|set|update|(?:the )?(?:measures|actions|figures|deadlines|leads?) (?:of|for|in|under)) )|(?<=[^\\n]) , (?=(?:${opening}) (?!you (?:put|log|stick|add|record|mark|tick)|is (?:the|its|our) (?:goal|target|aim|baseline|trend|score|number|figure)[ .?!]*$))`,
  "g",
);

const COMMAND = /^(?:please )?(?:report|record|log|mark|set|update|show|list|tell|give|remind|make|put|change)\b/;
const SAYS_A_STATE = /\d|«|\b(?:off track|on track|complete|completed|done|finished|delayed|red|amber|green|blue|cancelled|not started)\b/;
const ASKS = new RegExp(`^(?:and |so |but )*${opening}\\b`);
const LEANS = /\b(?:it|that|this|they|them|those|these|one)\b/;

/** "The flats were promised new heating. Is that promise being kept?": a statement that says what the question after it is about. */
const isToldFor = (before: string, piece: string): boolean =>
  !before.endsWith("?") && !ASKS.test(before) && !COMMAND.test(before) && !SAYS_A_STATE.test(before) && (LEANS.test(piece) || piece.split(" ").length <= 3);

/** Parts a message into its questions: at question marks and full stops, and where "and who", ", when" begins a new one. */
export function questionsIn(words: string[]): string[][] {
  const line = words
    .join(" ")
    .replace(/ ([?!.;])(?= \S)/g, " $1\n")
    .replace(nextQuestion, "\n");
  const pieces = line
    .split("\n")
    .map((piece) => piece.trim())
    .filter(Boolean);
  const parts: string[] = [];
  for (const piece of pieces) {
    const before = parts.at(-1);
    if (before !== undefined && (!asksSomething.test(before) || isToldFor(before, piece)))
      parts[parts.length - 1] = `${before} ${/[?.!;]$/.test(before) ? "" : ", "}${piece}`.replace(/ {2,}/g, " ");
    else parts.push(piece);
  }
  return parts.map((part) => part.split(" "));
}
