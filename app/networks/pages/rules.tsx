// How a network is joined, how often its members are asked, and who of them votes. Two officers at once lose nothing.
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireWhoMay } from "#app/people/guard.server.ts";
import { db, inTransaction } from "#app/shared/db.server.ts";
import { takeEdits } from "#app/shared/edits.ts";
import { readForm } from "#app/shared/form-body.server.ts";
import { textIn } from "#app/shared/languages.ts";
import { titleOf } from "#app/shared/title.ts";
import { AsOpened } from "#app/shared/ui/as-opened.tsx";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { Button } from "#app/shared/ui/button.tsx";
import { Checkboxes } from "#app/shared/ui/checkboxes.tsx";
import { ErrorSummary } from "#app/shared/ui/error-summary.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { TextField } from "#app/shared/ui/text-field.tsx";
import { Theirs } from "#app/shared/ui/theirs.tsx";
import { useFields, type Refused } from "#app/shared/ui/use-fields.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import { bounds, longestJoining, readRules, rulesAsTyped, ruleUnits } from "../network.ts";
import { findNetwork, holdNetwork, saveRules } from "../networks.store.server.ts";
import { officeNetworkPath } from "../paths.ts";
import { mayKeepNetworks } from "../policy.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { partnership } = await requireWhoMay(args, mayKeepNetworks);
  const network = await findNetwork(db(), partnership.id, args.params.network);
  return { title: titleOf(wordsFor(args.context.language).t("networks:rules.title"), args.context.language, partnership), partnership, network, entries: rulesAsTyped(network) };
}

export async function action(args: ActionFunctionArgs) {
  const { partnership, signedIn } = await requireWhoMay(args, mayKeepNetworks);
  const form = await readForm(args.request, { longest: longestJoining * 8 });
  const by = { partnershipId: partnership.id, personId: signedIn.personId, now: args.context.now };
  const refused = await inTransaction(async (transaction): Promise<Refused | null> => {
    const network = await holdNetwork(transaction, partnership.id, args.params.network);
    const theirs = rulesAsTyped(network);
    const { merged, clashes } = takeEdits(ruleUnits, form, theirs);
    const read = readRules(merged);
    if (!read.ok || clashes.length > 0) return { entries: merged, problems: read.ok ? [] : read.problem, clashes, now: theirs };
    await saveRules(transaction, by, network, read.value);
    return null;
  });
  if (refused) return data(refused, { status: 422 });
  return redirect(officeNetworkPath(partnership, { slug: args.params.network ?? "" }, { done: "rules" }));
}

export const handle = { width: "work" };
export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];

export default function RulesPage() {
  const { partnership, network, ...loaded } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { t, number, language } = useWords();
  const { field, inEach, theirs, errors, before } = useFields(
    { say: (name, values) => t(`networks:rules.${name}`, values), sayProblem: (code, values) => t(`networks:problem.${code}`, { ...values, ...boundsOf(code) }) },
    { loaded: loaded.entries, refused },
  );
  function boundsOf(code: string): Record<string, string> {
    const { least, most } = code === "days" ? bounds.lapseInDays : bounds.confirmInMonths;
    return code === "days" || code === "months" ? { least: number(least), most: number(most) } : {};
  }
  const ticked = (name: "isOpen" | "publicBodiesVote") => (
    <>
      <Checkboxes {...field(name)} values={[field(name).value]} choices={[{ value: "yes", label: t(`networks:rules.${name}-yes`) }]} />
      <Theirs said={theirs(name) === undefined ? undefined : t(theirs(name) === "yes" ? `networks:rules.${name}-yes` : "networks:rules.no")} />
    </>
  );
  const counted = (name: keyof typeof bounds) => (
    <>
      <TextField {...field(name)} width={3} inputMode="numeric" dir="ltr" autoComplete="off" hint={t(`networks:rules.${name}-hint`)} />
      <Theirs said={theirs(name)} />
    </>
  );
  return (
    <>
      <BackLink to={officeNetworkPath(partnership, network)} text={textIn(network.name, language).text} />
      <ErrorSummary errors={errors} />
      <PageHeading caption={<InLanguage text={network.name} />}>{t("networks:rules.title")}</PageHeading>
      <form method="post" noValidate>
        {inEach("joining", { rows: 8, most: longestJoining })}
        {ticked("isOpen")}
        {ticked("publicBodiesVote")}
        {counted("confirmInMonths")}
        {counted("lapseInDays")}
        <AsOpened entries={before} />
        <Button>{t("networks:save")}</Button>
      </form>
    </>
  );
}
