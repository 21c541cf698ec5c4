// What is said of a body, to be changed; a new one. Two officers at once lose nothing.
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireWhoMay } from "#app/people/guard.server.ts";
import { dayOf } from "#app/shared/dates.ts";
import { db, inTransaction } from "#app/shared/db.server.ts";
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
import { useFields, type Refused } from "#app/shared/ui/use-fields.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import { addBody, changeBody, findBody, holdBody, listBodies } from "../bodies.store.server.ts";
import { bodyAsTyped, bodyUnits, longest, readBody } from "../body-form.ts";
import { bodiesPath, officeBodyPath, newBody } from "../body-paths.ts";
import { isThere, possibleParents } from "../body.ts";
import { mayKeepBodies } from "../policy.ts";
import { BodyFields } from "../ui/body-fields.tsx";

const isNew = ({ params }: Pick<LoaderFunctionArgs, "params">) => params.body === newBody;

export async function loader(args: LoaderFunctionArgs) {
  const { language, now } = args.context;
  const { partnership } = await requireWhoMay(args, mayKeepBodies);
  const body = isNew(args) ? null : await findBody(db(), partnership.id, args.params.body);
  const { t } = wordsFor(language);
  const title = body ? t("bodies:details.title-of", { name: textIn(body.name, language).text }) : t("bodies:details.new");
  const others = (await listBodies(db(), partnership.id)).filter((one) => isThere(one, dayOf(now)));
  return {
    ...{ title: titleOf(title, language, partnership), partnership, entries: bodyAsTyped(body) },
    body: body && { slug: body.slug, name: body.name },
    parents: possibleParents(others, body?.id ?? null).map(({ id, name }) => ({ id, name })),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { partnership, signedIn } = await requireWhoMay(args, mayKeepBodies);
  const form = await readForm(args.request, { longest: longest.terms * 2 });
  const by = { partnershipId: partnership.id, personId: signedIn.personId };
  const done = await inTransaction(async (transaction): Promise<Refused | { slug: string }> => {
    const body = isNew(args) ? null : await holdBody(transaction, partnership.id, args.params.body);
    const theirs = bodyAsTyped(body);
    const { merged, clashes } = takeEdits(bodyUnits, form, theirs);
    const read = readBody(merged, await listBodies(transaction, partnership.id), body?.id ?? null, dayOf(args.context.now));
    if (!read.ok || clashes.length > 0) return { entries: merged, problems: read.ok ? [] : read.problem, clashes, now: theirs };
    if (!body) return addBody(transaction, by, read.value);
    await changeBody(transaction, by, body, read.value);
    return { slug: body.slug };
  });
  return "slug" in done ? redirect(officeBodyPath(partnership, done, { done: "saved" })) : data(done, { status: 422 });
}

export const handle = { width: "work" };
export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];

export default function BodyDetailsPage() {
  const { partnership, body, parents, ...loaded } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { t } = useWords();
  const fields = useFields(
    { say: (name, values) => t(`bodies:field.${name}`, values), sayProblem: (code, values) => t(`bodies:problem.${code}`, values) },
    { loaded: loaded.entries, refused },
  );
  return (
    <>
      <BackLink to={body ? officeBodyPath(partnership, body) : bodiesPath(partnership)} />
      <ErrorSummary errors={fields.errors} />
      <PageHeading caption={<InLanguage text={body?.name ?? partnership.name} />}>{t(body ? "bodies:details.title" : "bodies:details.new")}</PageHeading>
      <form method="post" noValidate>
        {fields.inEach("name", { most: longest.name })}
        <BodyFields fields={fields} parents={parents} />
        {body && <AsOpened entries={fields.before} />}
        <Button>{t("bodies:details.save")}</Button>
      </form>
    </>
  );
}
