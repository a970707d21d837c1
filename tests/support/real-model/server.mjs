/**
 * A small model on this machine behind the chat completions API: `node server.mjs FOLDER PORT`. FOLDER is what `real-model up` made.
 * A tool is chosen and its arguments written under a grammar, as servers do that can call tools at all.
 */
import { createServer } from "node:http";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const [, , folder, port] = process.argv;
// Threads that wait for each other take minutes where others use the processors too.
const { getLlama, LlamaCompletion } = await import(pathToFileURL(join(folder, "node_modules/node-llama-cpp/dist/index.js")).href);

const llama = await getLlama({ gpu: false, build: "never", logLevel: "error", maxThreads: 1 });
const model = await llama.loadModel({ modelPath: join(folder, "model.gguf") });
const context = await model.createContext({ contextSize: 8_192 });
const completion = new LlamaCompletion({ contextSequence: context.getSequence() });

const MOST_LETTERS = 60;

/** The grammar takes `oneOf`, and strings that end. */
const grammarOf = ({ anyOf, properties, items, type, ...rest }) => {
  if (anyOf) return { oneOf: anyOf.map(grammarOf) };
  if (properties)
    return { type, properties: Object.fromEntries(Object.entries(properties).map(([name, one]) => [name, grammarOf(one)])), additionalProperties: false };
  if (items) return { type: "array", items: grammarOf(items), maxItems: 3 };
  if (Array.isArray(type) && !rest.enum) return { oneOf: type.map((one) => grammarOf({ type: one })) };
  if (rest.enum) return { enum: rest.enum };
  return type === "string" ? { type, maxLength: MOST_LETTERS } : { type };
};

const turn = (role, text) => `<|im_start|>${role}\n${text}<|im_end|>\n`;

const written = async (prompt, schema) => {
  const grammar = await llama.createGrammarForJsonSchema(schema);
  const tokens = model.tokenize(prompt, true);
  const text = await completion.generateCompletion(tokens, { grammar, temperature: 0, maxTokens: 300 });
  return { text, in: tokens.length, out: model.tokenize(text).length };
};

const answerTo = async ({ messages, tools }) => {
  const list = tools.map(({ function: { name, description } }) => `${name}: ${description}`).join("\n");
  const [system, ...data] = messages;
  const turns = [turn("system", `${system.content}\n\nTools:\n${list}`), ...data.map(({ content }) => turn("user", content))];
  const prompt = `${turns.join("")}<|im_start|>assistant\n`;
  const names = tools.map(({ function: { name } }) => name);
  const chosen = await written(`${prompt}The tool as JSON: `, { type: "object", properties: { tool: { enum: names } } });
  const { tool } = JSON.parse(chosen.text);
  const { parameters } = tools.find(({ function: { name } }) => name === tool).function;
  const args = await written(`${prompt}The arguments of ${tool} as JSON: `, grammarOf(parameters));
  return {
    id: "chatcmpl-1",
    object: "chat.completion",
    model: "real",
    choices: [
      {
        index: 0,
        finish_reason: "tool_calls",
        message: { role: "assistant", content: null, tool_calls: [{ id: "call_1", type: "function", function: { name: tool, arguments: args.text } }] },
      },
    ],
    usage: { prompt_tokens: chosen.in + args.in, completion_tokens: chosen.out + args.out, total_tokens: chosen.in + args.in + chosen.out + args.out },
  };
};

/** One after the other. */
let last = Promise.resolve();
createServer(async (request, response) => {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  const reply = (status, body) => response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
  if (request.method !== "POST") return reply(200, { status: "ready" });
  last = last
    .then(() => answerTo(JSON.parse(Buffer.concat(chunks).toString())))
    .then(
      (answer) => reply(200, answer),
      (error) => reply(500, { error: { message: String(error?.message ?? error) } }),
    );
}).listen(Number(port), "127.0.0.1");
