/** What `npm start` does, said before anything else is loaded: a fresh clone is read from the disk for a while. */
if (process.argv[2] === "start")
  process.stdout.write("Waymark starts on this machine: the bot with its plan, and a chat client with three windows. A first start can take half a minute.\n");
