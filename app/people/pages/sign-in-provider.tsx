// Sends whoever wants to sign in to the council's own provider, and tells those who could not why, with the other ways in.
import { data, redirect, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { isWithinLimit } from "#app/shared/limits.server.ts";
import { localPath } from "#app/shared/local-path.ts";
import { notFound, tooMany } from "#app/shared/responses.server.ts";
import { titleOf } from "#app/shared/title.ts";
import { ButtonGroup, ButtonLink } from "#app/shared/ui/button.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import { isProviderProblem, statusOfProblem, type ProviderProblem } from "../identity.ts";
import { beginAtProvider, identityProvider } from "../oidc.server.ts";
import { signInPath, signInProviderPath } from "../paths.ts";
import { tryCookie } from "../provider-try.server.ts";
import { whoIs } from "../session.server.ts";

export async function loader({ request, context: { language, site, address, now } }: LoaderFunctionArgs) {
  const provider = identityProvider();
  if (!provider) throw notFound();
  const query = new URL(request.url).searchParams;
  const to = localPath(query.get("to"));
  const told = query.get("problem");
  const show = (problem: ProviderProblem) => {
    const heading = wordsFor(language).t(`provider:problem.${problem}.title`, { name: provider.name });
    return data({ problem, to, name: provider.name, heading, title: titleOf(heading, language) }, { status: statusOfProblem(problem) });
  };
  if (isProviderProblem(told)) return show(told);
  const again = query.has("again");
  // because another site must not sign anybody in by leading them here; from the sign-in page they go by themselves
  if (request.headers.get("Sec-Fetch-Site") === "cross-site") throw redirect(signInPath(to, { again }));
  if (!again && (await whoIs(request, now))) throw redirect(to ?? "/");
  if (!(await isWithinLimit("sign-in at a provider", address, 60, 900))) throw tooMany();
  const begun = await beginAtProvider(provider, { site, to, again, language, now });
  if (!begun.ok) return show(begun.problem);
  const { location, tried } = begun.value;
  throw redirect(location, { headers: { "Set-Cookie": tryCookie({ ...tried, startedAt: now.getTime() }) } });
}

export const headers = () => ({ "Cache-Control": "no-store" });

export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];

export default function SignInProvider() {
  const { problem, to, name, heading } = useLoaderData<typeof loader>();
  const { t } = useWords();
  return (
    <>
      <PageHeading>{heading}</PageHeading>
      <p className="govuk-body">{t(`provider:problem.${problem}.text`, { name })}</p>
      <p className="govuk-body">{t("provider:nothingChanged")}</p>
      <ButtonGroup>
        <ButtonLink to={signInProviderPath({ to })}>{t("provider:again", { name })}</ButtonLink>
        <ButtonLink to={signInPath(to)} look="secondary">
          {t("provider:otherWays")}
        </ButtonLink>
      </ButtonGroup>
    </>
  );
}
