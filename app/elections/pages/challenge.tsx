// Somebody challenges a declared result, in their own words, until the last day for it.
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { findPartnership } from "#app/partnerships/store.server.ts";
import { db, inTransaction } from "#app/shared/db.server.ts";
import { readForm } from "#app/shared/form-body.server.ts";
import { textIn } from "#app/shared/languages.ts";
import { isWithinLimit } from "#app/shared/limits.server.ts";
import { titleOf } from "#app/shared/title.ts";
import { line, passage, readEmail } from "#app/shared/typed.ts";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { Button } from "#app/shared/ui/button.tsx";
import { ErrorSummary } from "#app/shared/ui/error-summary.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { Textarea } from "#app/shared/ui/textarea.tsx";
import { TextField } from "#app/shared/ui/text-field.tsx";
import { useFields } from "#app/shared/ui/use-fields.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import { electionState, findPublicElection, holdElection } from "../elections.store.server.ts";
import { longest, mayChallenge } from "../outcome.ts";
import { challenge } from "../outcome.store.server.ts";
import { electionPath } from "../paths.ts";

async function findOpen({ params, context }: Pick<LoaderFunctionArgs, "params" | "context">) {
  const partnership = await findPartnership(db(), params.partnership);
  const election = await findPublicElection(db(), partnership.id, params.election);
  return { partnership, election, isOpen: mayChallenge(electionState(election, context.now), election.timetable, context.now) };
}

export async function loader(args: LoaderFunctionArgs) {
  const { language } = args.context;
  const { partnership, election, isOpen } = await findOpen(args);
  const isSent = new URL(args.request.url).searchParams.has("sent");
  if (!isOpen && !isSent) throw redirect(electionPath(partnership, election));
  return {
    title: titleOf(wordsFor(language).t(isSent ? "results:challenge.sent-of" : "results:challenge.title-of", { title: textIn(election.title, language).text }), language, partnership),
    ...{ partnership, isSent, until: election.timetable?.challengesUntil ?? null, election: { id: election.id, title: election.title } },
  };
}

export async function action(args: ActionFunctionArgs) {
  const { language, now, address } = args.context;
  const { partnership, election, isOpen } = await findOpen(args);
  if (!isOpen) throw redirect(electionPath(partnership, election));
  const form = await readForm(args.request, { longest: longest.grounds * 2 });
  const entries = Object.fromEntries(form);
  const [name, grounds] = [line(entries.name ?? ""), passage(entries.grounds ?? "")];
  const email = readEmail(line(entries.email ?? ""))?.toLowerCase();
  const problems = [
    ...(name === "" ? [{ field: "name", code: "your-name" }] : []),
    ...([...name].length > longest.name ? [{ field: "name", code: "too-long", most: longest.name }] : []),
    ...(email === undefined ? [{ field: "email", code: "email" }] : []),
    ...(grounds === "" ? [{ field: "grounds", code: "grounds" }] : []),
    ...([...grounds].length > longest.grounds ? [{ field: "grounds", code: "too-long", most: longest.grounds }] : []),
  ];
  const refuse = (wrong: { field: string; code: string; most?: number }[], status: number) => data({ entries, problems: wrong, clashes: [], now: {} }, { status });
  if (problems.length > 0 || email === undefined) return refuse(problems, 422);
  if (!(await isWithinLimit("letter from", address, 30, 3600)) || !(await isWithinLimit("challenging", `${election.id} ${email}`, 3, 3600))) return refuse([{ field: "email", code: "too-many" }], 429);
  await inTransaction(async (transaction) => challenge(transaction, now, partnership, await holdElection(transaction, partnership.id, election.id), { name, email, grounds, language }));
  return redirect(electionPath(partnership, election, "challenge", { sent: "yes" }));
}

export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];

export default function ChallengePage() {
  const { partnership, election, isSent, until } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { t, date, number, language } = useWords();
  const { field, errors } = useFields({ say: (name) => t(`results:challenge.${name}`), sayProblem: (code, values) => t(`results:problem.${code}`, values) }, { loaded: {}, refused });
  const back = <BackLink to={electionPath(partnership, election)} text={textIn(election.title, language).text} />;
  const caption = <InLanguage text={election.title} />;
  if (isSent && !refused) {
    return (
      <>
        {back}
        <PageHeading caption={caption}>{t("results:challenge.sent")}</PageHeading>
        <p className="govuk-body">{t("results:challenge.next")}</p>
      </>
    );
  }
  return (
    <>
      {back}
      <ErrorSummary errors={errors} />
      <PageHeading caption={caption}>{t("results:challenge.title")}</PageHeading>
      <p className="govuk-body">{t("results:challenge.lead", { date: until === null ? "" : date(until) })}</p>
      <form method="post" noValidate>
        <TextField {...field("name")} autoComplete="name" />
        <TextField {...field("email")} hint={t("results:challenge.email-hint")} type="email" autoComplete="email" spellCheck={false} />
        <Textarea {...field("grounds")} rows={10} hint={t("results:challenge.grounds-hint", { most: number(longest.grounds) })} />
        <Button>{t("results:challenge.send")}</Button>
      </form>
    </>
  );
}
