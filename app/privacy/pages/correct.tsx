// Corrects who somebody is said to be: the name and the address of an account, or those given with a response.
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { db } from "#app/shared/db.server.ts";
import { readForm } from "#app/shared/form-body.server.ts";
import { notFound } from "#app/shared/responses.server.ts";
import { titleOf } from "#app/shared/title.ts";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { Button } from "#app/shared/ui/button.tsx";
import { ErrorSummary } from "#app/shared/ui/error-summary.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { TextField } from "#app/shared/ui/text-field.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { recordSight, requireRequest } from "../guard.server.ts";
import { correctableFields, readRef, type CorrectableField, type CorrectionProblem } from "../holding.ts";
import { describeHeld, holdingOf } from "../holdings.server.ts";
import { requestPath } from "../paths.ts";

async function findThing(args: LoaderFunctionArgs) {
  const keeper = await requireRequest(args);
  const ref = readRef(args.params.thing);
  const isOfRequest = keeper.request.subject.some(({ kind, id }) => kind === ref?.kind && id === ref.id);
  const [thing] = ref && isOfRequest ? await describeHeld(db(), { ...keeper, refs: [ref] }) : [];
  const correct = thing && holdingOf(thing.kind).correct;
  if (!thing || !correct || Object.keys(thing.fields).length === 0) throw notFound();
  return { keeper, thing, correct, fields: correctableFields.filter((field) => thing.fields[field] !== undefined) };
}

export async function loader(args: LoaderFunctionArgs) {
  const { keeper, thing, fields } = await findThing(args);
  const { partnership, request, words } = keeper;
  await recordSight(keeper, "personal-data.read", { requestId: request.id }, { count: 1 });
  const heading = words.t(`privacy:correct.title.${thing.kind}`);
  return { heading, fields, values: thing.fields, backTo: requestPath(partnership, request.id), title: titleOf(heading, words.language, partnership) };
}

const fieldOf: Record<CorrectionProblem, CorrectableField> = { "name-missing": "name", "too-long": "name", "email-malformed": "email" };

export async function action(args: ActionFunctionArgs) {
  const { keeper, thing, correct, fields } = await findThing(args);
  const form = await readForm(args.request);
  const values = Object.fromEntries(fields.map((field) => [field, (form.get(field) ?? "").slice(0, 1000)])) as Partial<Record<CorrectableField, string>>;
  const problem = await correct({ ...keeper, id: thing.id, values });
  if (problem) return data({ values, at: fieldOf[problem], error: keeper.words.t(`privacy:correct.problem.${problem}`) }, { status: 422 });
  return redirect(requestPath(keeper.partnership, keeper.request.id, { done: "corrected" }));
}

export const headers = () => ({ "Cache-Control": "no-store" });
export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];

export default function CorrectPage() {
  const { heading, fields, values, backTo } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { t } = useWords();
  return (
    <>
      <BackLink to={backTo} />
      <ErrorSummary errors={refused ? [{ href: `#${refused.at}`, text: refused.error }] : []} />
      <PageHeading>{heading}</PageHeading>
      <p className="govuk-body">{t("privacy:correct.text")}</p>
      <form method="post" noValidate>
        {fields.map((field) => (
          <TextField
            key={field}
            name={field}
            type={field === "email" ? "email" : "text"}
            label={t(`privacy:field.${field}`)}
            autoComplete="off"
            spellCheck={false}
            value={refused?.values[field] ?? values[field]}
            error={refused?.at === field ? refused.error : undefined}
          />
        ))}
        <Button>{t("privacy:correct.save")}</Button>
      </form>
    </>
  );
}
