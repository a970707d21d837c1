export * from "./reminder-desk.js";
