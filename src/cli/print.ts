/** Resolves when the whole text is out, so that a pipe gets all of it; also when whoever reads the pipe has read enough. */
export const print = (text: string): Promise<void> =>
  new Promise((resolve, reject) => {
    process.stdout.once("error", (error: NodeJS.ErrnoException) => (error.code === "EPIPE" ? resolve() : reject(error)));
    process.stdout.write(`${text}\n`, (error) => error ?? resolve());
  });
