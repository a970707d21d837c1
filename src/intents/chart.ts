/** Pictures: a measure's trend, how the actions of something stand, its milestones on a line of time. */

import { z } from "zod/v4";
import { answerIn } from "../answers/answer-text.js";
import { scopeOf } from "../answers/scope.js";
import { drawInThread } from "../charts/index.js";
import type { AnswerContext } from "../request/answer-context.js";
import { Carried, Scope } from "../request/args.js";
import type { Answer, PictureView } from "../shared/answer.js";
import { statusPicture } from "./chart/status.js";
import { timelinePicture } from "./chart/timeline.js";
import { trendPicture } from "./chart/trend.js";
import { defineIntent } from "./define-intent.js";
import { figure } from "./figure.js";
import { scoped } from "./says.js";

export const chart = defineIntent({
  name: "chart",
  about: "A picture: the trend of a measure, the status of a theme's or the plan's actions as bars, milestones as a timeline",
  says: scoped("Chart of the plan", (name) => `Chart of ${name}`),
  args: z.object({ scope: Scope, as: z.enum(["status", "timeline"]).optional(), ...Carried }),
  traits: {
    refreshable: true,
    subjects: ["theme", "priority", "action", "measure"],
    followUp: ["scope"],
    menu: [{ title: "Chart of the plan", description: "How many actions of each theme have which status, as a picture", in: ["shared"], place: 10 }],
  },
  examples: [
    "chart of {measure}",
    "draw me {measure}",
    "graph {measure}",
    "plot {measure} over time",
    "can I see that as a picture: {measure}",
    "visualise {theme}",
    "pie chart of statuses",
    "bar chart of {theme}",
    "timeline of {topic}",
    "gantt for {item}",
    "show {measure} on a graph",
    "line graph {measure} please",
    "picture of how the plan stands",
    "trend line for {measure}",
    "Would you be able to produce a graph of {measure}?",
    "grpah of {measure}",
    "something visual for my slides on {theme}",
    "milestones as a timeline",
    "gantt chart",
    "chart the statuses",
    "RAG chart",
    "draw the plan",
    "status bars",
    "image of {measure} for powerpoint",
    "roadmap picture for {item}",
    "show me a wee graph of {measure}",
    "what is the picture for {theme}",
    "show the milestones of {item} on a chart",
    "give me the overall picture for the plan",
    "can you draw me a graph of the whole plan",
    "show me the trend of {measure}",
    "timeline of {item}",
    "trend for {measure}",
    "chart of {theme}",
    "show me the trend of {measure} as a line",
    "give me a picture of the whole plan",
    "chart for {theme} please",
    "can you graph {measure} for the last few years",
    "dates of {item} on a line",
    "I want a bar for each theme with reds and greens",
    "{measure} chart",
    "visual of where {item} is",
    "sketch out {measure} over the quarters",
    "wheres the graph for {measure}",
    "stick {measure} in a chart for me would you",
    "pictorial summary of {theme}",
    "I'd like to see {measure} plotted with its target",
    "make a timeline of what's coming in {theme}",
    "statuses of {theme} in colour bars",
    "got a chart of how the actions are going",
  ],
  answer: async ({ scope, as, carried }, context) => {
    const scoped = scopeOf(context, scope);
    if (scoped.type === "measure") {
      const picture = await trendPicture(context, scoped);
      return picture ? drawn({ carried, ...picture }) : noPicture(context, scoped.id, carried);
    }
    // A priority has a handful of actions: their dates say more than a single bar.
    const dates = as === "timeline" || (as === undefined && (scoped.type === "priority" || scoped.type === "action"));
    return drawn({ carried, ...(dates ? await timelinePicture(context, scoped) : await statusPicture(context, scoped)) });
  },
});

async function drawn(picture: PictureView): Promise<Answer> {
  const { chart: it } = picture;
  const empty = it.kind === "status" ? !it.bars.length : it.kind === "timeline" && !it.marks.length;
  if (empty) return answerIn("rows", { ...picture, sections: [] });
  // Everything is said in words too, so an answer without its image is still whole.
  const drawnFor = (theme: "light" | "dark") => drawInThread(it, { theme }).catch(() => undefined);
  const [light, dark] = await Promise.all([drawnFor("light"), drawnFor("dark")]);
  return answerIn("picture", { ...picture, png: light?.toString("base64"), darkPng: dark?.toString("base64") });
}

/** The measure in words, with why there is no picture of it. */
async function noPicture(context: AnswerContext, measure: string, carried: string | undefined): Promise<Answer> {
  const answer = await figure.answer({ measure, aspect: "trend", carried }, context);
  if (answer.view !== "measure") return answer;
  return answerIn("measure", {
    ...answer.data,
    lead: [`There is no line to draw for ${measure}: that needs at least two figures that are numbers.`, ...answer.data.lead],
  });
}
