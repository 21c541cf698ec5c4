// What is known of an organisation, to be changed; a new one. Two officers at once lose nothing.
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireWhoMay } from "#app/people/guard.server.ts";
import { inTransaction } from "#app/shared/db.server.ts";
import { takeEdits } from "#app/shared/edits.ts";
import { readForm } from "#app/shared/form-body.server.ts";
import { textIn } from "#app/shared/languages.ts";
import { titleOf } from "#app/shared/title.ts";
import { AsOpened } from "#app/shared/ui/as-opened.tsx";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { Button } from "#app/shared/ui/button.tsx";
import { ErrorSummary } from "#app/shared/ui/error-summary.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { PageLink } from "#app/shared/ui/page-link.tsx";
import { useFields, type Refused } from "#app/shared/ui/use-fields.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import { longestName, organisationAsTyped, organisationUnits, readOrganisation } from "../organisation.ts";
import { requireOrganisationKeeper } from "../organisation-guard.server.ts";
import { organisationPath, organisationsPath } from "../organisation-paths.ts";
import { holdOrganisation, saveOrganisation } from "../organisations.store.server.ts";
import { mayKeepBodies } from "../policy.ts";
import { OrganisationFields } from "../ui/organisation-fields.tsx";

const isNew = ({ params }: Pick<LoaderFunctionArgs, "params">) => params.organisation === "new";

/** Whoever keeps the organisation; one is added by those who keep all of them. */
async function requireKeeper(args: Pick<LoaderFunctionArgs, "params" | "request" | "context">) {
  if (!isNew(args)) return requireOrganisationKeeper(args);
  return { ...(await requireWhoMay(args, mayKeepBodies)), keepsAll: true, organisation: null };
}

export async function loader(args: LoaderFunctionArgs) {
  const { language } = args.context;
  const { partnership, organisation } = await requireKeeper(args);
  const { t } = wordsFor(language);
  const title = organisation ? t("organisations:details.title-of", { name: textIn(organisation.name, language).text }) : t("organisations:details.new");
  return { title: titleOf(title, language, partnership), partnership, organisation, entries: organisationAsTyped(organisation) };
}

type NotDone = Refused & { other: string | null };

export async function action(args: ActionFunctionArgs) {
  const { partnership, signedIn, keepsAll } = await requireKeeper(args);
  const form = await readForm(args.request);
  const by = { partnershipId: partnership.id, personId: signedIn.personId, now: args.context.now };
  const done = await inTransaction(async (transaction): Promise<NotDone | { saved: string }> => {
    const organisation = isNew(args) ? null : await holdOrganisation(transaction, partnership.id, args.params.organisation);
    const theirs = organisationAsTyped(organisation);
    const { merged, clashes } = takeEdits(organisationUnits, form, theirs);
    const read = readOrganisation(merged);
    const refuse = (problems: Refused["problems"], other: string | null = null): NotDone => ({ entries: merged, problems, clashes, now: theirs, other });
    if (!read.ok || clashes.length > 0) return refuse(read.ok ? [] : read.problem);
    const saved = await saveOrganisation(transaction, by, organisation?.id ?? null, read.value);
    return saved.ok ? { saved: saved.value } : refuse([{ field: "name-en", code: "name-taken" }], keepsAll ? saved.problem.id : null);
  });
  return "saved" in done ? redirect(`${organisationPath(partnership, { id: done.saved })}?done=saved`) : data(done, { status: 422 });
}

export const handle = { width: "work" };
export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];

export default function OrganisationDetailsPage() {
  const { partnership, organisation, ...loaded } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { t, language } = useWords();
  const fields = useFields(
    { say: (name, values) => t(`organisations:field.${name}`, values), sayProblem: (code, values) => t(`organisations:problem.${code}`, values) },
    { loaded: loaded.entries, refused },
  );
  const back = organisation ? { to: organisationPath(partnership, organisation), text: textIn(organisation.name, language).text } : { to: organisationsPath(partnership), text: t("organisations:list.title") };
  return (
    <>
      <BackLink {...back} />
      <ErrorSummary errors={fields.errors} />
      <PageHeading caption={<InLanguage text={partnership.name} />}>{t(organisation ? "organisations:details.title" : "organisations:details.new")}</PageHeading>
      {refused?.other && (
        <p className="govuk-body">
          <PageLink to={organisationPath(partnership, { id: refused.other })}>{t("organisations:details.other")}</PageLink>
        </p>
      )}
      <form method="post" noValidate>
        {fields.inEach("name", { most: longestName })}
        <OrganisationFields fields={fields} />
        {organisation && <AsOpened entries={fields.before} />}
        <Button>{t("organisations:save")}</Button>
      </form>
    </>
  );
}
