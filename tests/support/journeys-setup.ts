// The one server that most journeys share; a journey that restarts its server starts its own (server.ts).
import { startServer } from "./server.ts";

export default async function setup() {
  const server = await startServer();
  process.env.FOLKMOOT_TEST_URL = server.url;
  return () => server.stop();
}
