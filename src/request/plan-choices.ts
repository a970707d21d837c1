/** Which of several plans is used in a conversation, where somebody chose one. */
import type { AuditedRepository, AuditLog, Recorded } from "../audit/index.js";
import type { Storage } from "../storage/port.js";

interface PlanChoice extends Recorded {
  /** Id of the plan. */
  plan: string;
}

export interface PlanChoices {
  /** Nothing where nobody chose. */
  of(place: string): Promise<string | undefined>;
  /** One person's own chat: nobody else is told, so it is in no record. */
  chooseAlone(place: string, plan: string): Promise<void>;
  /** What others read too is entered in the record. */
  repository: AuditedRepository<PlanChoice>;
}

/** A team with all its channels, or a conversation. */
export const placeOf = ({ conversationId, team }: { conversationId: string; team?: string }): string => team ?? conversationId.split(";")[0] ?? conversationId;

/** Which plan a conversation uses, where it is not the default one. */
export function openPlanChoices(storage: Storage, auditLog: Pick<AuditLog, "repository">): PlanChoices {
  const choices = storage.collection<PlanChoice>("planChoices");
  const repository = auditLog.repository<PlanChoice>("planChoices");
  return {
    repository,
    of: async (place) => (await choices.get(place))?.plan,
    async chooseAlone(_id, plan) {
      const set = () => choices.updateWhere({ _id }, { $set: { plan } });
      if ((await set()) || (await choices.insert({ _id, plan, revision: 0, recorded: true }))) return;
      await set();
    },
  };
}
