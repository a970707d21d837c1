/** What makes a form count once: signed ids bound to a person and to what the form is about. */
export * from "./forms.js";
export * from "./pressing.js";
export * from "./typed.js";
