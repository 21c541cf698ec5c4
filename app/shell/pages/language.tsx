// Remembers a language and leads to the same page in it.
import { redirect, type LoaderFunctionArgs } from "@remix-run/node";
import { defaultLanguage, isLanguage } from "#app/shared/languages.ts";
import { languageCookie } from "#app/shared/language-cookie.server.ts";
import { localPath, pathInLanguage } from "#app/shared/local-path.ts";
import { notFound } from "#app/shared/responses.server.ts";

export function loader({ request, params, context }: LoaderFunctionArgs) {
  // because a redirect from below a language stays below it: this address has none in front
  if (!isLanguage(params.language) || context.language !== defaultLanguage) throw notFound();
  const to = localPath(new URL(request.url).searchParams.get("to")) ?? "/";
  throw redirect(pathInLanguage(to, params.language), {
    headers: { "Set-Cookie": languageCookie.write(params.language), "Cache-Control": "no-store" },
  });
}
