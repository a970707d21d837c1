/** The people whose windows the chat client opens, named as the sample plan names them. */
export interface ChatPerson {
  /** As the window's user knows the part: "a manager". */
  part: string;
  name: string;
  email: string;
  aadObjectId: string;
}

const at = (local: string) => `${local}@example.org`;

/** The chat client takes exactly five others beside the person whose window it is; the first three have a window each. */
export const people: ChatPerson[] = [
  { part: "a manager", name: "Head of Service", email: at("head.of.service"), aadObjectId: "5f1c0001-6a1e-4c58-9c07-3d2f7a1b0001" },
  { part: "a lead", name: "Business Lead", email: at("business.lead"), aadObjectId: "5f1c0002-6a1e-4c58-9c07-3d2f7a1b0002" },
  { part: "a member of staff", name: "Events Staff", email: at("events.staff"), aadObjectId: "5f1c0003-6a1e-4c58-9c07-3d2f7a1b0003" },
  { part: "a lead", name: "Children Lead", email: at("children.lead"), aadObjectId: "5f1c0004-6a1e-4c58-9c07-3d2f7a1b0004" },
  { part: "a lead", name: "Health Lead", email: at("health.lead"), aadObjectId: "5f1c0006-6a1e-4c58-9c07-3d2f7a1b0006" },
  { part: "a member of staff", name: "Survey Staff", email: at("survey.staff"), aadObjectId: "5f1c0005-6a1e-4c58-9c07-3d2f7a1b0005" },
];

export const windowed = people.slice(0, 3);

/** Manager where the settings name none, so that a first look has one. */
export const sampleManager = at("head.of.service");

const TENANT = "5f1c0000-6a1e-4c58-9c07-3d2f7a1b0000";

const userOf = ({ name, email, aadObjectId }: ChatPerson) => {
  const [givenName, ...rest] = name.split(" ");
  // "userPrincipleName" is how the chat client spells it.
  return { id: `29:${email}`, name, userPrincipleName: email, aadObjectId, givenName, surname: rest.join(" "), email };
};

/** The chat client's configuration for one person's window. Conversations are named by person, so that two windows never share one. */
export const windowOf = (person: ChatPerson) => ({
  version: "0.1.1",
  tenantId: TENANT,
  bot: { id: "28:waymark", name: "Waymark" },
  currentUser: userOf(person),
  users: people.filter(({ email }) => email !== person.email).map(userOf),
  personalChat: { id: `personal-${person.email}` },
  groupChat: { id: `group-${person.email}`, name: "Library managers" },
  team: {
    id: `team-${person.email}`,
    name: "Libraries and Heritage",
    aadGroupId: "5f1c0009-6a1e-4c58-9c07-3d2f7a1b0009",
    channels: [{ id: `channel-${person.email}`, name: "Action plan" }],
  },
});
