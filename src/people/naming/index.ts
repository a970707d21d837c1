/** How managers say who leads, stands in and reports, hand over what somebody has, and make managers. */
export { type AddressOf, addressInputs, everybodyIn, readAddress } from "./address.js";
export * from "./hand-over.js";
export * from "./manager-form.js";
export * from "./name-form.js";
export * from "./naming-verbs.js";
export { type PrintedLead, peopleToSettle, printedPeople } from "./printed-people.js";
export { Role } from "./roles.js";
export * from "./who-is-who.js";
