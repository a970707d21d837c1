/** Who may import whom, as a function from sources to breaches. */
import { posix } from "node:path";
import ts from "typescript";

/** Path from the project's folder ("src/plan/plan.ts") to text. */
export type Sources = Record<string, string>;

const facts = ["plan", "plan-import", "people", "messaging", "audit"];
/** What writes does so through forms. */
const forms = [...facts, "forms"];
const records = [...forms, "figures", "progress"];
/** How the plan stands, worked out from them. */
const readModels = [...records, "status"];
const features = [...readModels, "request", "answers", "intents", "nlu", "assistant", "model", "reminders", "reports", "imports"];

/** Room to the rooms it may import, beside itself and shared. */
const mayImport: Record<string, readonly string[]> = {
  shared: [],
  config: [],
  storage: [],
  audit: [],
  plan: ["audit"],
  "plan-import": ["plan"],
  messaging: [],
  people: ["audit", "plan", "forms", "messaging"],
  forms: [],
  figures: forms,
  progress: forms,
  status: records,
  charts: [],
  reminders: readModels,
  // What is asked of reminders is answered in their room.
  request: [...records, "reminders"],
  answers: [...readModels, "request"],
  intents: [...readModels, "reminders", "charts", "request", "answers"],
  nlu: ["plan", "request", "intents", "assistant"],
  assistant: [...readModels, "request", "answers", "intents", "nlu"],
  // It chooses among the intents, as the built-in understanding does.
  model: ["plan", "request", "intents", "nlu", "assistant"],
  reports: [...readModels, "request", "answers", "charts"],
  imports: records,
  backup: ["audit"],
  // One file, for main and for tests of the whole; no room knows it.
  features,
  teams: features,
  "chat-client": [],
  cli: [...features, "backup"],
};
/** They ask a database through its port, and never know which one it is. */
const port = "src/storage/port.ts";
const mayUsePort = new Set([...features, "features", "backup", "cli"]);

/** Packages that stay in one room, and there in one file where `once` says so. */
const packages: { name: RegExp; room: string; once: boolean }[] = [
  { name: /^mongodb$/, room: "storage", once: true },
  { name: /^@seald-io\/nedb$/, room: "storage", once: true },
  { name: /^adaptivecards-templating$/, room: "teams", once: true },
  { name: /^(botbuilder|botframework|@microsoft\/teams-ai)/, room: "teams", once: false },
  { name: /^(undici|jose|@azure\/)/, room: "teams", once: false },
  { name: /^openai/, room: "model", once: false },
];
const mayReadEnvironment = new Set(["src/config.ts"]);
const vagueName = /(^|-)(utils?|helpers?|managers?|services?)$/;

interface Module {
  path: string;
  room: string;
  /** Modules of ours, as paths, and packages, by name; type-only imports too. */
  ours: string[];
  others: string[];
  readsEnvironment: boolean;
}

/** One sentence a breach; none when all is well. */
export function breaches(sources: Sources): string[] {
  const modules = Object.entries(sources).map(([path, text]) => readModule(path, text));
  return [...modules.flatMap(breachesOf), ...crowdedPackages(modules), ...cycles(modules)];
}

function breachesOf(module: Module): string[] {
  const { path, room } = module;
  const found: string[] = [];
  if (room !== "main" && !mayImport[room]) found.push(`${path} is in no room of the architecture`);
  if (module.readsEnvironment && !mayReadEnvironment.has(path)) found.push(`${path} reads the environment, which is for config.ts`);
  for (const name of path.replace(/\.ts$/, "").split("/")) if (vagueName.test(name)) found.push(`${path} has a name that says nothing: ${name}`);
  for (const target of module.ours) if (!allowed(module, target)) found.push(`${path} may not import ${target}`);
  for (const name of module.others) {
    const rule = packages.find((each) => each.name.test(name));
    if (rule && rule.room !== room) found.push(`${path} may not import ${name}, which is for ${rule.room}`);
  }
  return found;
}

function allowed({ room }: Module, target: string): boolean {
  const other = roomOf(target);
  if (room === other) return true;
  if (other === "main") return false;
  // An inner folder is its room's own affair, but for its index.
  if (target.split("/").length > 3 && !target.endsWith("/index.ts")) return false;
  if (room === "main") return true;
  if (room === "shared") return false;
  return other === "shared" || (mayImport[room] ?? []).includes(other) || (target === port && mayUsePort.has(room));
}

function crowdedPackages(modules: Module[]): string[] {
  return packages
    .filter(({ once }) => once)
    .map(({ name }) => modules.filter(({ others }) => others.some((other) => name.test(other))).map(({ path }) => path))
    .filter((paths) => paths.length > 1)
    .map((paths) => `Only one file may import what these do: ${paths.join(", ")}`);
}

function cycles(modules: Module[]): string[] {
  const byPath = new Map(modules.map((module) => [module.path, module]));
  const done = new Set<string>();
  const found: string[] = [];
  const visit = (path: string, auditLog: string[]): void => {
    const start = auditLog.indexOf(path);
    if (start >= 0) found.push(`A cycle: ${[...auditLog.slice(start), path].join(" -> ")}`);
    if (start >= 0 || done.has(path)) return;
    for (const next of byPath.get(path)?.ours ?? []) visit(next, [...auditLog, path]);
    done.add(path);
  };
  for (const { path } of modules) visit(path, []);
  return found;
}

/** "src/plan-import/index.ts" is in plan-import, "src/main.ts" is main. */
const roomOf = (path: string): string => path.replace(/\.ts$/, "").split("/")[1] ?? path;

function readModule(path: string, text: string): Module {
  const module: Module = { path, room: roomOf(path), ours: [], others: [], readsEnvironment: false };
  const add = (name: string) => {
    if (!name.startsWith(".")) module.others.push(name);
    else if (name.endsWith(".js")) module.ours.push(posix.join(posix.dirname(path), name).replace(/\.js$/, ".ts"));
    if (/^(node:)?process$/.test(name)) module.readsEnvironment = true;
  };
  const visit = (node: ts.Node): void => {
    const name = importedBy(node);
    if (name) add(name);
    if (isEnvironment(node)) module.readsEnvironment = true;
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(path, text, ts.ScriptTarget.ES2022));
  return module;
}

/** import … from, export … from, import("…") as an expression or a type, require("…"). */
function importedBy(node: ts.Node): string | undefined {
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return literal(node.moduleSpecifier);
  if (ts.isImportTypeNode(node)) return ts.isLiteralTypeNode(node.argument) ? literal(node.argument.literal) : undefined;
  if (!ts.isCallExpression(node)) return undefined;
  const { expression } = node;
  const isImport = expression.kind === ts.SyntaxKind.ImportKeyword || (ts.isIdentifier(expression) && expression.text === "require");
  return isImport ? literal(node.arguments[0]) : undefined;
}

const literal = (node: ts.Node | undefined): string | undefined => (node && ts.isStringLiteralLike(node) ? node.text : undefined);

function isEnvironment(node: ts.Node): boolean {
  if (!ts.isPropertyAccessExpression(node) && !ts.isElementAccessExpression(node)) return false;
  const key = ts.isPropertyAccessExpression(node) ? node.name.text : literal(node.argumentExpression);
  return key === "env" && ts.isIdentifier(node.expression) && node.expression.text === "process";
}
