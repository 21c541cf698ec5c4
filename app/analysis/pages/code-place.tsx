// Puts a code with everything under it under another, or makes a theme of it; what is coded stays coded and counts there.
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { within } from "#app/forms/wording.ts";
import { db, inTransaction } from "#app/shared/db.server.ts";
import { readForm } from "#app/shared/form-body.server.ts";
import { titleOf } from "#app/shared/title.ts";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { Button } from "#app/shared/ui/button.tsx";
import { ErrorSummary } from "#app/shared/ui/error-summary.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { Select } from "#app/shared/ui/select.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import { findCodePage } from "../code-page.server.ts";
import { fullName, mayStandUnder, withAllUnder } from "../code.ts";
import { holdCodeframe } from "../codeframes.store.server.ts";
import { codeframePath, codePath } from "../paths.ts";
import { countTouched, moveCode } from "../recoding.store.server.ts";

const asTheme = "theme";

export async function loader(args: LoaderFunctionArgs) {
  const { language } = args.context;
  const { partnership, consultation, frame, codes, code } = await findCodePage(args);
  const places = codes.filter(({ id }) => mayStandUnder(codes, code.id, id)).map(({ id }) => ({ value: id, label: fullName(codes, id, language) }));
  return {
    title: titleOf(wordsFor(language).t("recoding:place.title-of", { name: within(code.name, { language }) }), language, partnership),
    ...{ frame: { name: frame.name }, name: code.name, places, mayBeTheme: mayStandUnder(codes, code.id, null) },
    back: codePath(partnership, consultation, frame, code),
    touched: await countTouched(db(), partnership.id, withAllUnder(codes, code.id)),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { now } = args.context;
  const { partnership, consultation, frame, code, signedIn } = await findCodePage(args);
  const under = (await readForm(args.request)).get("under") ?? "";
  if (under === "") return data({ problem: "no-choice" as const, under }, { status: 422 });
  const moved = await inTransaction(async (transaction) => {
    const held = await holdCodeframe(transaction, consultation, frame.id);
    return moveCode(transaction, { frame: held, personId: signedIn.personId, now }, code.id, under === asTheme ? null : under);
  });
  if (!moved.ok) return data({ problem: moved.problem, under }, { status: 422 });
  return redirect(`${codeframePath(partnership, consultation, frame)}?done=moved#code-${code.id}`);
}

export const handle = { width: "work" };
export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];

export default function CodePlacePage() {
  const { frame, name, places, mayBeTheme, back, touched } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { t, number } = useWords();
  const error = refused && (refused.problem === "no-choice" ? t("recoding:place.choose") : t(`codeframe:problem.${refused.problem}`));
  return (
    <>
      <BackLink to={back} text={t("recoding:back-to-code")} />
      <ErrorSummary errors={error ? [{ href: "#under", text: error }] : []} />
      <PageHeading caption={<InLanguage text={frame.name} />}>
        {t("recoding:place.title")} <InLanguage text={name} />
      </PageHeading>
      <p className="govuk-body">{t("recoding:place.lead")}</p>
      <p className="govuk-body">{t("recoding:place.touched", { answers: number(touched.answers) })}</p>
      {places.length === 0 && !mayBeTheme && <p className="govuk-body">{t("recoding:place.nowhere")}</p>}
      {(places.length > 0 || mayBeTheme) && (
        <form method="post" noValidate>
          <Select
            name="under"
            label={t("recoding:place.under")}
            error={error}
            value={refused?.under}
            options={[{ value: "", label: t("recoding:choose") }, ...(mayBeTheme ? [{ value: asTheme, label: t("recoding:place.as-theme") }] : []), ...places]}
          />
          <Button>{t("recoding:place.move")}</Button>
        </form>
      )}
    </>
  );
}
