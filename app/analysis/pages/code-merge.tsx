// Merges a code into another: what is coded with it follows. It is shown what that touches before it is done.
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { within } from "#app/forms/wording.ts";
import { db, inTransaction } from "#app/shared/db.server.ts";
import { readForm } from "#app/shared/form-body.server.ts";
import { notFound } from "#app/shared/responses.server.ts";
import { titleOf } from "#app/shared/title.ts";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { Button } from "#app/shared/ui/button.tsx";
import { Confirming } from "#app/shared/ui/confirming.tsx";
import { ErrorSummary } from "#app/shared/ui/error-summary.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { Select } from "#app/shared/ui/select.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import { findFramePage } from "../code-page.server.ts";
import { fullName, keptBecause, mayMergeInto } from "../code.ts";
import { holdCodeframe } from "../codeframes.store.server.ts";
import { codeAmong } from "../codes.store.server.ts";
import { codeframePath, codePath, recodingPath } from "../paths.ts";
import { countBoth, countTouched, mergeCode } from "../recoding.store.server.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { language } = args.context;
  const { partnership, consultation, frame, codes } = await findFramePage(args);
  const code = codeAmong(codes, args.params.code);
  if (code.kind !== "usual" || code.retiredAt !== null) throw notFound();
  const into = new URL(args.request.url).searchParams.get("into");
  const chosen = into !== null && mayMergeInto(codes, code.id, into) ? into : null;
  return {
    title: titleOf(wordsFor(language).t("recoding:merge.title-of", { name: within(code.name, { language }) }), language, partnership),
    ...{ frame: { name: frame.name }, name: code.name, kept: keptBecause(codes, code.id), isWrong: into !== null && chosen === null },
    back: codePath(partnership, consultation, frame, code),
    here: recodingPath(partnership, consultation, frame, code, "merge"),
    targets: codes.filter(({ id }) => mayMergeInto(codes, code.id, id)).map(({ id }) => ({ value: id, label: fullName(codes, id, language) })),
    chosen: chosen === null ? null : { id: chosen, from: fullName(codes, code.id, language), into: fullName(codes, chosen, language), both: await countBoth(db(), partnership.id, code.id, chosen) },
    touched: await countTouched(db(), partnership.id, [code.id]),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { now } = args.context;
  const { partnership, consultation, frame, signedIn } = await findFramePage(args);
  const into = (await readForm(args.request)).get("into") ?? "";
  const merged = await inTransaction(async (transaction) => {
    const held = await holdCodeframe(transaction, consultation, frame.id);
    return mergeCode(transaction, { frame: held, personId: signedIn.personId, now }, args.params.code ?? "", into);
  });
  if (!merged.ok) return data({ problem: merged.problem }, { status: 422 });
  return redirect(`${codeframePath(partnership, consultation, frame)}?done=merged#code-${into}`);
}

export const handle = { width: "work" };
export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];

export default function CodeMergePage() {
  const { frame, name, kept, isWrong, back, here, targets, chosen, touched } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { t, number } = useWords();
  if (chosen && !refused) {
    return (
      <Confirming
        question={t("recoding:merge.question", { from: chosen.from, into: chosen.into })}
        consequence={t("recoding:merge.consequence", { answers: number(touched.answers), codings: number(touched.codings), both: number(chosen.both) })}
        yes={{ name: "into", value: chosen.id, text: t("recoding:merge.yes") }}
        no={t("recoding:merge.no")}
        backTo={here}
      >
        <p className="govuk-body">{t("recoding:can-be-undone")}</p>
      </Confirming>
    );
  }
  const error = refused ? t(`codeframe:problem.${refused.problem}`) : isWrong ? t("recoding:merge.choose") : undefined;
  return (
    <>
      <BackLink to={back} text={t("recoding:back-to-code")} />
      <ErrorSummary errors={error ? [{ href: "#into", text: error }] : []} />
      <PageHeading caption={<InLanguage text={frame.name} />}>
        {t("recoding:merge.title")} <InLanguage text={name} />
      </PageHeading>
      <p className="govuk-body">{t("recoding:merge.lead")}</p>
      <p className="govuk-body">{t("recoding:touched", { answers: number(touched.answers), codings: number(touched.codings) })}</p>
      {kept === "has-codes" && <p className="govuk-body">{t("codeframe:problem.has-codes")}</p>}
      {targets.length > 0 && (
        <form method="get" noValidate>
          <Select name="into" label={t("recoding:merge.into")} error={error} options={[{ value: "", label: t("recoding:choose") }, ...targets]} />
          <Button>{t("recoding:merge.look")}</Button>
        </form>
      )}
    </>
  );
}
