/** What is the asker's own, each action with the buttons to say how it stands. */
import { answerIn, suggest } from "../../answers/answer-text.js";
import { datesInShort } from "../../answers/milestones.js";
import { actionRow, mostRows } from "../../answers/rows.js";
import type { Acting } from "../../answers/scope.js";
import { shortened } from "../../answers/wording.js";
import { type Day, type ItemOf, openMilestones, statusOf } from "../../plan/index.js";
import { pressesOfAction } from "../../reminders/index.js";
import type { AnswerContext } from "../../request/answer-context.js";
import type { Answer, DigestBlock, Row } from "../../shared/answer.js";

interface Yours {
  carried?: string;
  /** "You lead 1 priority and report 2 measures." */
  lead: string;
  /** All that the asker leads. */
  actions: Acting[];
  measures: ItemOf<"measure">[];
  /** What they are deputy for. */
  stood: Row[];
  sources: string[];
}

/** More than this many make a card too long; the rest stand without buttons. */
const MOST_WITH_BUTTONS = 5;

/** Whose it is need not be said. */
const ownRow = (one: Acting, today: Day): Row => ({ ...actionRow(one, today), detail: datesInShort(one.action, today) });

/** What the asker answers for, with buttons for the actions that are most urgent. */
export function yoursAnswer(context: AnswerContext, { carried, lead, actions, measures, stood, sources }: Yours): Answer {
  const open = actions
    .filter(({ action }) => !["complete", "cancelled"].includes(statusOf(action)))
    .sort((a, b) => urgency(a, context.today) - urgency(b, context.today));
  const shown = open.slice(0, MOST_WITH_BUTTONS);
  const others = [...open.slice(MOST_WITH_BUTTONS), ...actions.filter((one) => !open.includes(one))];
  const block = (heading: string, rows: Row[], presses: DigestBlock["presses"] = []): DigestBlock[] =>
    rows.length
      ? [{ heading, rows: rows.slice(0, mostRows), ...(rows.length > mostRows && { more: `and ${rows.length - mostRows} more` }), parts: [], presses }]
      : [];
  return answerIn("digest", {
    ...(carried && { carried }),
    title: "Yours",
    lead: [lead, ...(shown.length ? ["Each button opens a form first. Nothing changes until you press Save there."] : [])],
    blocks: [
      ...shown.flatMap((one) => block("", [ownRow(one, context.today)], pressesOfAction(one.action.id, statusOf(one.action), context.at))),
      ...block(
        shown.length ? "Also yours" : "",
        others.map((one) => ownRow(one, context.today)),
      ),
      ...block(
        "Measures you report",
        measures.map(({ id, measure }) => ({ id, text: shortened(measure.text, 200) })),
        [{ label: "Report figures", verb: "figures.form", data: {}, style: "positive" }],
      ),
      ...block("You are deputy for", stood),
      ...(sources.length ? [{ heading: "", lead: sources, rows: [], parts: [], presses: [] }] : []),
    ],
    suggestions: suggest(actions.length > 0 && "What is overdue for me?", "Which figures are missing from me?"),
  });
}

/** The longest overdue first, then what is off track and at risk, then what is due next. */
function urgency({ action }: Acting, today: string): number {
  const [next] = openMilestones(action);
  if (next && next.due < today) return Date.parse(next.due) / 1e13;
  const status = { "off-track": 1, "at-risk": 2, "on-track": 3, "not-started": 3, complete: 5, cancelled: 6 }[statusOf(action)];
  return status + (next ? Date.parse(next.due) / 1e13 : 0.9);
}
