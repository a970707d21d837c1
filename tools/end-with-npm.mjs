/** npm hands a signal to the shell between it and this process, and the shell dies of it without a word; then this process ends too. */
const shell = process.ppid;
setInterval(() => {
  if (process.ppid !== shell) process.kill(process.pid, "SIGTERM");
}, 250).unref();
