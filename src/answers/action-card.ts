/** The card that changes an action, as a question asks for it. */
import { actionCard, type CardWish, milestoneLabel, myActions, ownActions } from "../progress/index.js";
import type { Scene } from "../request/scene.js";
import type { Answer } from "../shared/answer.js";
import { answerIn } from "./answer-text.js";
import { itemOf } from "./scope.js";

/** `label` is the milestone that is meant, in any case. */
export async function cardFor(scene: Scene, id: string, { label, ...wish }: CardWish & { label?: string }, carried?: string): Promise<Answer> {
  const item = itemOf(scene, id, "action");
  const said = (await scene.priority(item.priority.id)).said.get(item.id);
  const place =
    label === undefined ? -1 : (item.action.milestones ?? []).findIndex((_, at) => milestoneLabel(item.action, at)?.toLowerCase() === label.toLowerCase());
  return withCarried(actionCard(scene.forms, scene, item, said, { ...wish, ...(place >= 0 && { place }) }), carried);
}

/** Says what was taken over from the turn before. */
export function withCarried(answer: Answer, carried: string | undefined): Answer {
  if (!carried) return answer;
  if (answer.look === "form") return answerIn("form", { ...answer.data, carried });
  return answer.look === "notice" ? answerIn("notice", { ...answer.data, carried }) : answer;
}

/** The asker's actions with the cards to change them. */
export async function ownActionsOf(scene: Scene): Promise<Answer> {
  const said = (await scene.priorities()).flatMap((standing) => [...standing.said]);
  return myActions(scene, ownActions(scene, scene.asker.email?.toLowerCase() ?? "", new Map(said)));
}
