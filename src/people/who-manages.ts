import { type AuditLog, type Author, type Change, changeOf, type Recorded } from "../audit/index.js";
import { UserFacingError } from "../shared/errors.js";

/** Managers are those of the setting and whomever a manager has made one. */
export interface Managers {
  /** Addresses, those of the setting first. Read each time, so that every instance knows at once. */
  all(): Promise<readonly string[]>;
  /** Makes somebody a manager, or takes it back, once for each id. Throws a UserFacingError when that cannot be. */
  appoint(appointment: Appointment): Promise<{ change: Change; again: boolean }>;
}

export interface Appointment {
  /** The one-time id of the card. */
  id: string;
  /** The plan in whose record this is entered. */
  plan: string;
  email: string;
  manages: boolean;
  author: Author;
  at: Date;
  through: string;
}

interface Appointed extends Recorded {
  emails: string[];
}

const documentId = "managers";

/** Who the managers are: those of the setting, who cannot be removed here, and those whom managers have named. */
export function openManagers({ auditLog, setting }: { auditLog: AuditLog; setting: readonly string[] }): Managers {
  const repository = auditLog.repository<Appointed>("managers");
  const union = (appointed: Appointed | undefined) => [...new Set([...setting, ...(appointed?.emails ?? [])])];
  const all = async () => union(await repository.get(documentId));
  return {
    all,
    async appoint(appointment) {
      const { change, again } = await repository.change(documentId, appointment.id, (now) => decided(appointment, setting, now, union(now)));
      return { change, again };
    },
  };
}

function decided({ id, plan, email, manages, author, at, through }: Appointment, setting: readonly string[], now: Appointed | undefined, all: string[]) {
  // Asked of the very document that is written, so that of two managers who remove each other one stays.
  if (!all.includes(author.email)) throw new UserFacingError("Only a manager can say who is a manager. Nothing was saved.");
  if (manages && all.includes(email)) throw new UserFacingError(`${email} is a manager already. Nothing was changed.`);
  if (!manages) refuseRemoval(email, setting, all);
  const before = now?.emails ?? [];
  const emails = manages ? [...before, email] : before.filter((one) => one !== email);
  const part = { item: "managers", what: "manager", which: email, ...(manages ? { to: true } : { from: true }) };
  return { change: changeOf({ id, plan, parts: [part], author, at, through }), update: { $set: { emails } }, create: { emails } };
}

function refuseRemoval(email: string, setting: readonly string[], all: string[]): void {
  if (!all.includes(email)) throw new UserFacingError(`${email} is not a manager. Nothing was changed.`);
  if (all.length === 1)
    throw new UserFacingError(`${email} is the only manager, so that cannot change. Make somebody else a manager first. Nothing was changed.`);
  if (setting.includes(email))
    throw new UserFacingError(`${email} was made a manager when Waymark was set up. Only the people who run Waymark can change that. Nothing was changed.`);
}
