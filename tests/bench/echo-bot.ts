/** What the SDK costs by itself. */
import { CloudAdapter, ConfigurationBotFrameworkAuthentication } from "botbuilder";
import { serveEcho } from "./echo.js";

serveEcho(new CloudAdapter(new ConfigurationBotFrameworkAuthentication({})));
