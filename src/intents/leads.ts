/** Who leads something, and who reports a measure. */
import { z } from "zod/v4";
import { answerIn, suggest } from "../answers/answer-text.js";
import { reporterSentences } from "../answers/measure-words.js";
import { section } from "../answers/rows.js";
import { placeOf, type Scoped, scopeOf, titleOf } from "../answers/scope.js";
import { sourcesOf } from "../answers/sources.js";
import { capital, listed, plural, shortened } from "../answers/wording.js";
import { deputiesOf, type Item, type ItemOf } from "../plan/index.js";
import { Carried, Scope } from "../request/args.js";
import type { Scene } from "../request/scene.js";
import type { Row, Section } from "../shared/answer.js";
import { defineIntent } from "./define-intent.js";

export const leads = defineIntent({
  name: "leads",
  about: "Who leads a priority, an action, a theme's priorities or the whole plan's; who reports a measure",
  args: z.object({ scope: Scope, ...Carried }),
  traits: { refreshable: true, subjects: ["theme", "priority", "action", "measure"], followUp: ["scope"] },
  examples: [
    "who leads {topic}",
    "who's on the hook for {topic}",
    "lead for {item}?",
    "who is responsible for {action}",
    "who do I speak to about {topic}",
    "Who would be the right person to ask regarding {topic}?",
    "whose is {action}",
    "who owns {item}",
    "{action} owner",
    "who's running {topic}",
    "who's in charge of {theme}",
    "who looks after {topic}",
    "who has got {topic}",
    "who's carrying {action}",
    "name of the lead officer for {item}",
    "SRO for {theme}",
    "who's accountable for {topic}",
    "which officer is down for {action}",
    "whose job is {topic}",
    "who should be doing {topic}",
    "who's meant to be doing {action}",
    "who do I chase about {topic}",
    "who reports {measure}",
    "who gives us the figure for {measure}",
    "who fills in {measure}",
    "leads for every priority in {theme}",
    "list of leads",
    "who's who on this plan",
    "who's got what",
    "is {person} leading {topic}",
    "does {person} still have {action}",
    "Is it {person} or {person} who leads {item}?",
    "who's wi {topic}",
    "whae's daein {topic}",
    "who is responsable of {action}",
    "whos the leed on {topic}",
    "I was told {person} looks after {topic}, is that right",
    "who took over {topic}",
    "who holds the pen on {topic}",
    "who's driving {topic}",
    "who is behind {action}",
    "contact lead {topic}",
    "who's deputising on {item}",
    "which team has {topic}",
    "what service is doing {action}",
    "who would know about {topic}",
    "who can tell me more about {topic}",
    "whose desk is {action} on",
    "who's picking up {topic}",
    "who signed up to {action}",
    "who do we blame for {topic}",
    "who gets the credit for {topic}",
    "who in management is responsible for {topic}, names please",
    "responsible officer: {action}",
    "does {topic} belong to anyone",
    "who champions {theme}",
    "who's heading up {action}",
    "new here, who should I ask about {topic}",
    "is there a named person for {item}",
    "who is it that does {topic} these days",
    "A member of the public has written in about {topic}: who ought to reply?",
    "who do I email about {topic}",
    "who'd be best placed to talk about {topic}",
    "whose baby is {topic}",
    "who's the go to for {topic}",
    "is anyone doing {topic}",
    "is anybody actually on {topic}",
    "who has responsability for {topic}",
    "who is leeding {topic}",
    "whos responisble for {action}",
    "who's dealing with {topic}",
    "who deals with {topic}",
    "who handles {topic}",
    "which department looks after {topic}",
    "which director has {theme}",
    "who is the named officer against {action}",
    "who's the accountable officer for {item}",
    "who've we got on {topic}",
    "whose patch is {topic}",
    "whose remit does {topic} fall in",
    "who's taking {topic} forward",
    "who is taking the lead with {topic}",
    "who's at the helm of {theme}",
    "who gave us the number for {measure}",
    "who supplies {measure}",
    "where does {measure} come from, which person",
    "who is the data owner of {measure}",
    "who gets chased for {measure}",
    "{person} or someone else for {topic}?",
    "I need a name for {topic}",
    "name for {action}",
    "who's it with",
    "who is it with, {topic}",
    "who's supposed to be sorting {topic}",
    "who said they would do {action}",
    "who can answer for {topic}",
    "who should I invite to talk about {topic}",
    "who do we have on {topic} since {person} left",
    "who leads the {action} action",
    "remind me who leads {item}",
    "who should i contact about {action}?",
    "who is leading on {item}",
    "who is the reporter for {measure}",
    "lead for {topic}",
    "who is in charge of {item}?",
    "who submits the {measure} figure",
    "who is running the {action}",
    "who is the lead for {action}?",
    "who looks after {action}",
    "who leads {item}",
    "who gives us the {measure} numbers",
  ],
  answer: async ({ scope, carried }, scene) => {
    const scoped = scopeOf(scene, scope);
    return answerIn("rows", {
      carried,
      title: scoped.type === "plan" || scoped.type === "theme" ? capital(`leads ${placeOf(scoped)}`) : titleOf(scoped),
      ...whoLeads(scoped, scene),
      gaps: [],
      sources: sourcesOf(scene, { statuses: false }),
      suggestions: suggestions(scoped),
    });
  },
});

function whoLeads(scoped: Scoped, scene: Scene): { lead: string[]; sections: Section[] } {
  if (scoped.type === "measure") return { lead: [...reporterSentences(scoped), ...deputySentence(scoped)], sections: [] };
  if (scoped.type === "action") return { lead: [...actionSentences(scoped), ...deputySentence(scoped)], sections: [] };
  if (scoped.type === "priority") return ofPriority(scoped, scene);
  const priorities = scene.catalogue.priorities.filter(({ theme }) => scoped.type === "plan" || theme.id === scoped.id);
  const led = priorities.filter(({ priority }) => priority.lead).length;
  const many = plural(priorities.length, "priority");
  const lead =
    led === priorities.length
      ? `${placeOf(scoped) === "in the plan" ? "The plan" : capital(scoped.id === "plan" ? "the plan" : scopedName(scoped))} has ${many}, each with its lead.`
      : `${led} of ${many} ${placeOf(scoped)} have a lead.`;
  return { lead: [lead], sections: section("", priorities, priorityLeadRow) };
}

const scopedName = (scoped: Scoped): string => (scoped.type === "theme" ? scoped.theme.name : scoped.id);

const priorityLeadRow = ({ id, priority }: ItemOf<"priority">): Row => ({
  id,
  text: shortened(priority.title, 200),
  detail: `Lead: ${priority.lead ?? "nobody named"}`,
});

function deputySentence(item: Item): string[] {
  const deputies = deputiesOf(item);
  if (!deputies.length) return [];
  return [item.type === "measure" ? `${listed(deputies)} may report it as well.` : `${deputies.length === 1 ? "Deputy" : "Deputies"}: ${listed(deputies)}.`];
}

function ofPriority({ id, priority, theme }: ItemOf<"priority">, { catalogue }: Scene) {
  const under = catalogue.actions.filter((item) => item.priority.id === id);
  const own = under.filter(({ action }) => action.lead && action.lead !== priority.lead);
  return {
    lead: [
      priority.lead ? `${id} is led by ${priority.lead}.` : `The plan names no lead for ${id}.`,
      ...deputySentence({ type: "priority", id, priority, theme }),
      ...(own.length ? [`${listed(own.map((item) => item.id))} ${own.length === 1 ? "has a lead of its own" : "have leads of their own"}.`] : []),
    ],
    sections: [],
  };
}

function actionSentences({ id, action, priority }: ItemOf<"action">): string[] {
  if (action.lead)
    return [
      `${id} is led by ${action.lead}.`,
      ...(priority.lead && priority.lead !== action.lead ? [`Its priority, ${priority.id}, is led by ${priority.lead}.`] : []),
    ];
  return [
    priority.lead
      ? `${id} is led by ${priority.lead}, through its priority (${priority.id}).`
      : `The plan names no lead for ${id}, nor for its priority (${priority.id}).`,
  ];
}

function suggestions(scoped: Scoped) {
  if (scoped.type === "plan") return suggest("Who has no lead?", "What do I lead?");
  if (scoped.type === "theme") return suggest(`How is ${scoped.theme.name} doing?`, "What do I lead?");
  if (scoped.type === "measure") return suggest(`What is the latest figure for ${scoped.id}?`);
  return suggest(`How is ${scoped.id} doing?`, scoped.type === "action" ? `When is ${scoped.id} due?` : `What actions are under ${scoped.id}?`);
}
