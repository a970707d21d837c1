/** How actions stand: the changes that leads make after the plan was imported. */
export * from "./progress.js";
