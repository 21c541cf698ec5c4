// Takes the code of a letter and signs in.
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { signInPath } from "#app/people/paths.ts";
import { useCode } from "#app/people/passes.store.server.ts";
import { signIn } from "#app/people/session.server.ts";
import { passLifetimeInMinutes, readCode, type PassProblem } from "#app/people/sign-in.ts";
import { inTransaction } from "#app/shared/db.server.ts";
import { readForm } from "#app/shared/form-body.server.ts";
import { isWithinLimit } from "#app/shared/limits.server.ts";
import { localPath } from "#app/shared/local-path.ts";
import { fail, succeed } from "#app/shared/result.ts";
import { titleOf } from "#app/shared/title.ts";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { Button } from "#app/shared/ui/button.tsx";
import { ErrorSummary } from "#app/shared/ui/error-summary.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { PageLink } from "#app/shared/ui/page-link.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import type { Words } from "#app/shared/words.ts";
import { wordsFor } from "#app/shared/words.server.ts";
import { CodeField } from "../ui/code-field.tsx";

export function loader({ request, context }: LoaderFunctionArgs) {
  const { t, language } = wordsFor(context.language);
  const query = new URL(request.url).searchParams;
  const passId = query.get("pass");
  const to = localPath(query.get("to"));
  if (!passId) throw redirect(signInPath(to));
  return { passId, to, title: titleOf(t("people:code.title"), language) };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export async function action({ request, context: { language, now, address } }: ActionFunctionArgs) {
  const words = wordsFor(language);
  const form = await readForm(request);
  const typed = form.get("code") ?? "";
  const code = readCode(typed);
  const refuse = (error: string, status = 422) => data({ code: typed, error }, { status });
  if (!code) {
    return refuse(typed.trim() === "" ? words.t("people:code.error.missing") : words.t("people:code.error.malformed"));
  }
  if (!(await isWithinLimit("sign-in code", address, 60, 900))) return refuse(words.t("people:signIn.error.tooMany"), 429);
  const passId = form.get("pass") ?? "";
  const tried = await inTransaction(async (transaction) => {
    const opened = await useCode(transaction, { passId, code, now });
    if (!opened.ok) return fail(opened.problem);
    return succeed(await signIn(transaction, request, { personId: opened.value, by: "code", to: localPath(form.get("to")), now }));
  });
  if (!tried.ok) return refuse(problemText(words, tried.problem));
  return redirect(tried.value.to, { headers: { "Set-Cookie": tried.value.cookie } });
}

function problemText({ t, number }: Words, problem: PassProblem): string {
  if (problem.kind === "dead") return t("people:code.error.dead");
  if (problem.kind === "link-only") return t("people:code.error.linkOnly");
  return t("people:code.error.wrong", { count: problem.left, number: number(problem.left) });
}

export default function SignInCode() {
  const { passId, to } = useLoaderData<typeof loader>();
  const tried = useActionData<typeof action>();
  const { t, number } = useWords();
  return (
    <>
      <BackLink to={signInPath(to)} />
      <ErrorSummary errors={tried ? [{ href: "#code", text: tried.error }] : []} />
      <PageHeading>{t("people:code.title")}</PageHeading>
      <p className="govuk-body">
        {t("people:code.sent", { count: passLifetimeInMinutes, number: number(passLifetimeInMinutes) })}
      </p>
      <form method="post" noValidate>
        <input type="hidden" name="pass" value={passId} />
        {to && <input type="hidden" name="to" value={to} />}
        <CodeField label={t("people:code.label")} hint={t("people:code.hint")} tried={tried} />
        <Button>{t("people:code.signIn")}</Button>
      </form>
      <h2 className="govuk-heading-m">{t("people:code.nothingCame")}</h2>
      <p className="govuk-body">{t("people:code.look")}</p>
      <p className="govuk-body">
        <PageLink to={signInPath(to)}>{t("people:askAgain")}</PageLink>
      </p>
    </>
  );
}
