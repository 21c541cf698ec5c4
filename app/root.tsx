// The document around every page. The only place that tells a resident's page, which ships no framework script, from a
// worker's page, which hydrates.
import type { LinksFunction, LoaderFunctionArgs } from "@remix-run/node";
import { Links, Meta, Outlet, Scripts, ScrollRestoration, useLoaderData, useMatches } from "@remix-run/react";
import { findPartnership } from "./partnerships/store.server.ts";
import { db } from "./shared/db.server.ts";
import { useWords } from "./shared/ui/words.tsx";

export async function loader({ params, context }: LoaderFunctionArgs) {
  const partnership = params.partnership ? await findPartnership(db(), params.partnership) : null;
  return { language: context.language, partnership };
}

export const links: LinksFunction = () => [];

/** What a route says of itself: whether its page hydrates. */
export type PageHandle = { hydrates?: boolean };

export default function Root() {
  const { partnership } = useLoaderData<typeof loader>();
  const { language, direction } = useWords();
  const hydrates = useMatches().some((match) => (match.handle as PageHandle | undefined)?.hydrates);
  return (
    <html lang={language} dir={direction}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <Meta />
        <Links />
      </head>
      <body>
        {partnership?.slug}
        <Outlet />
        {hydrates && <ScrollRestoration />}
        {hydrates && <Scripts />}
      </body>
    </html>
  );
}
