// Folkmoot's server around a single page, which is at every address and answers as the test says.
import { createServer } from "node:http";
import type { LoaderFunctionArgs, ServerBuild } from "@remix-run/node";
import { makeApplication } from "#app/server.ts";
import { listening, type Listening } from "./listening.ts";

type Answers = (args: LoaderFunctionArgs) => Response | Promise<Response>;

/** Whether it is opened or posted to, the page answers the same. */
export function serveOnePage(answers: Answers): Promise<Listening> {
  const build = {
    entry: { module: { default: () => new Response() } },
    routes: {
      root: { id: "root", path: "", module: { default: () => null } },
      page: { id: "page", parentId: "root", path: "*", module: { loader: answers, action: answers } },
    },
    assets: { entry: { module: "", imports: [] }, routes: {}, url: "", version: "" },
    publicPath: "/",
    assetsBuildDirectory: "",
    future: { v3_singleFetch: true },
    isSpaMode: false,
  } as unknown as ServerBuild;
  return listening(createServer(makeApplication(build, "/nowhere", "/nowhere")));
}
