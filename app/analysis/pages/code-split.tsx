// Splits a code into several: the new ones are made, and what was coded goes to the first of them or waits to be sorted.
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { within } from "#app/forms/wording.ts";
import { db, inTransaction } from "#app/shared/db.server.ts";
import { readForm } from "#app/shared/form-body.server.ts";
import { titleOf } from "#app/shared/title.ts";
import { passage } from "#app/shared/typed.ts";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { Button } from "#app/shared/ui/button.tsx";
import { ErrorSummary } from "#app/shared/ui/error-summary.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { Radios } from "#app/shared/ui/radios.tsx";
import { Textarea } from "#app/shared/ui/textarea.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import { findCodePage } from "../code-page.server.ts";
import { longest, mostCodes, takesCodes } from "../code.ts";
import { mostParts, readParts, type PartProblem } from "../codeframe-change.ts";
import { holdCodeframe } from "../codeframes.store.server.ts";
import type { Refusal } from "../codes.store.server.ts";
import { codeframePath, codePath, recodingPath } from "../paths.ts";
import { countTouched, splitCode } from "../recoding.store.server.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { language } = args.context;
  const { partnership, consultation, frame, codes, code } = await findCodePage(args);
  return {
    title: titleOf(wordsFor(language).t("recoding:split.title-of", { name: within(code.name, { language }) }), language, partnership),
    ...{ frame: { name: frame.name }, name: code.name, mayStandUnder: takesCodes(codes, code.id) },
    back: codePath(partnership, consultation, frame, code),
    touched: await countTouched(db(), partnership.id, [code.id]),
  };
}

type Refused = { typed: string; where: string; codings: string; problems: PartProblem[]; refusal: Refusal | null };

export async function action(args: ActionFunctionArgs) {
  const { now } = args.context;
  const { partnership, consultation, frame, code, signedIn } = await findCodePage(args);
  const form = await readForm(args.request, { longest: 20_000 });
  const typed = passage(form.get("parts") ?? "");
  const where = form.get("where") === "under" ? "under" : "beside";
  const codings = form.get("codings") === "first" ? "first" : "stay";
  const { parts, problems } = readParts(typed, longest);
  const refused: Refused = { typed, where, codings, problems, refusal: null };
  if (problems.length > 0) return data(refused, { status: 422 });
  const split = await inTransaction(async (transaction) => {
    const held = await holdCodeframe(transaction, consultation, frame.id);
    return splitCode(transaction, { frame: held, personId: signedIn.personId, now }, code.id, { parts, where, codings });
  });
  if (!split.ok) return data({ ...refused, refusal: split.problem }, { status: 422 });
  const touched = await countTouched(db(), partnership.id, [code.id]);
  if (codings === "stay" && touched.answers > 0) return redirect(recodingPath(partnership, consultation, frame, code, "sort"));
  return redirect(`${codeframePath(partnership, consultation, frame)}?done=split#code-${code.id}`);
}

export const handle = { width: "work" };
export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];

export default function CodeSplitPage() {
  const { frame, name, mayStandUnder, back, touched } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { t, number } = useWords();
  const say = ({ line, code }: PartProblem) => t(`recoding:split.problem.${code}`, { line: number(line), most: number(mostParts), name: number(longest.name), meaning: number(longest.definition) });
  const texts = refused ? [...refused.problems.map(say), ...(refused.refusal ? [t(`codeframe:problem.${refused.refusal}`, { most: number(mostCodes) })] : [])] : [];
  return (
    <>
      <BackLink to={back} text={t("recoding:back-to-code")} />
      <ErrorSummary errors={texts.map((text) => ({ href: "#parts", text }))} />
      <PageHeading caption={<InLanguage text={frame.name} />}>
        {t("recoding:split.title")} <InLanguage text={name} />
      </PageHeading>
      <p className="govuk-body">{t("recoding:split.lead")}</p>
      <p className="govuk-body">{t("recoding:touched", { answers: number(touched.answers), codings: number(touched.codings) })}</p>
      <form method="post" noValidate>
        <Textarea name="parts" rows={5} label={t("recoding:split.parts")} hint={t("recoding:split.parts-hint", { most: number(mostParts) })} value={refused?.typed} error={texts.length > 0 ? texts.join(" ") : undefined} />
        {mayStandUnder && (
          <Radios
            name="where"
            label={t("recoding:split.where")}
            value={refused?.where ?? "beside"}
            choices={[
              { value: "beside", label: t("recoding:split.beside") },
              { value: "under", label: t("recoding:split.under") },
            ]}
          />
        )}
        <Radios
          name="codings"
          label={t("recoding:split.codings")}
          value={refused?.codings ?? "stay"}
          choices={[
            { value: "stay", label: t("recoding:split.stay"), hint: t("recoding:split.stay-hint") },
            { value: "first", label: t("recoding:split.first") },
          ]}
        />
        <Button>{t("recoding:split.do")}</Button>
      </form>
      <p className="govuk-body">{t("recoding:can-be-undone")}</p>
    </>
  );
}
