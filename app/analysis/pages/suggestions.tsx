// What is suggested for the questions of a set: themes from the texts, and codes from what coders decided; asked for here, and counted.
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { analysisPath } from "#app/consultations/office-paths.ts";
import { db, inTransaction } from "#app/shared/db.server.ts";
import { readForm } from "#app/shared/form-body.server.ts";
import { badRequest } from "#app/shared/responses.server.ts";
import { titleOf } from "#app/shared/title.ts";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { Button } from "#app/shared/ui/button.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { PageLink } from "#app/shared/ui/page-link.tsx";
import { Table } from "#app/shared/ui/table.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import { outsidePath, suggestedCodesPath, suggestedThemesPath, suggestionsPath } from "../paths.ts";
import { findSuggestionsPage } from "../suggesting.server.ts";
import { isUnderWay } from "../suggestion.ts";
import { askForRun, findRun, howHelped, type FoundRun } from "../suggestions.store.server.ts";
import { RunState } from "../ui/run-state.tsx";

export async function loader(args: LoaderFunctionArgs) {
  const { language, now } = args.context;
  const { partnership, consultation, set, questions, frames } = await findSuggestionsPage(args);
  const told = (run: FoundRun | null) => run && { done: run.done, of: run.of, isFinished: run.finishedAt !== null, isUnderWay: isUnderWay(run, now) };
  const { t, number } = wordsFor(language);
  const rows = [];
  for (const { id, label } of questions) {
    const codes = [];
    for (const frame of frames.filter(({ questionIds }) => questionIds.includes(id))) {
      const run = await findRun(db(), { setId: set.id, questionId: id, kind: "codes", codeframeId: frame.id });
      codes.push({ id: frame.id, name: frame.name, run: told(run), to: suggestedCodesPath(partnership, consultation, set, id, frame), outside: outsidePath(partnership, consultation, set, id, frame) });
    }
    const themes = told(await findRun(db(), { setId: set.id, questionId: id, kind: "themes", codeframeId: null }));
    rows.push({ id, label, themes, to: suggestedThemesPath(partnership, consultation, set, id), codes });
  }
  return {
    title: titleOf(t("suggestions:title-of", { set: number(set.number) }), language, partnership),
    ...{ consultation: { title: consultation.title }, set: set.number, questions: rows, helped: await howHelped(db(), set), back: analysisPath(partnership, consultation), here: suggestionsPath(partnership, consultation, set) },
  };
}

export async function action(args: ActionFunctionArgs) {
  const { now } = args.context;
  const { partnership, consultation, signedIn, set, questions, frames } = await findSuggestionsPage(args);
  const [kind, questionId = "", codeframeId = ""] = ((await readForm(args.request)).get("ask") ?? "").split(":");
  const question = questions.find(({ id }) => id === questionId);
  const frame = frames.find(({ id, questionIds }) => id === codeframeId && questionIds.includes(questionId));
  if (!question || (kind !== "themes" && kind !== "codes") || (kind === "codes" && !frame)) throw badRequest();
  const wanted = { setId: set.id, questionId, kind, codeframeId: kind === "codes" ? codeframeId : null } as const;
  await inTransaction((transaction) => askForRun(transaction, consultation, { personId: signedIn.personId, now }, wanted));
  return redirect(`${suggestionsPath(partnership, consultation, set)}#question-${questionId}`);
}

export const handle = { width: "work" };
export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];

export default function SuggestionsPage() {
  const { consultation, set, questions, helped, back, here } = useLoaderData<typeof loader>();
  const { t, number } = useWords();
  return (
    <>
      <BackLink to={back} text={t("analysis:set.back")} />
      <PageHeading caption={<InLanguage text={consultation.title} />}>{t("suggestions:title")}</PageHeading>
      <p className="govuk-body">{t("suggestions:lead", { set: number(set) })}</p>
      <p className="govuk-body">{t("suggestions:helped.themes", { suggested: number(helped.themes.suggested), taken: number(helped.themes.taken), dismissed: number(helped.themes.dismissed) })}</p>
      {helped.codes.length > 0 && (
        <Table
          caption={t("suggestions:helped.caption", { set: number(set) })}
          columns={[
            { key: "source", heading: t("suggestions:helped.source") },
            { key: "suggested", heading: t("suggestions:helped.suggested"), numeric: true },
            { key: "accepted", heading: t("suggestions:helped.accepted"), numeric: true },
            { key: "rejected", heading: t("suggestions:helped.rejected"), numeric: true },
          ]}
          rows={helped.codes.map(({ source, suggested, accepted, rejected }) => ({ key: source, cells: [t(`suggestions:source.${source}`), number(suggested), number(accepted), number(rejected)] }))}
        />
      )}
      {questions.map(({ id, label, themes, to, codes }) => (
        <section key={id} id={`question-${id}`}>
          <h2 className="govuk-heading-m">
            <InLanguage text={label} />
          </h2>
          <h3 className="govuk-heading-s">{t("suggestions:themes.heading")}</h3>
          <RunState run={themes} here={here} />
          {themes?.isFinished && (
            <p className="govuk-body">
              <PageLink to={to}>{t("suggestions:themes.look")}</PageLink>
            </p>
          )}
          <form method="post" noValidate>
            {!themes?.isUnderWay && (
              <Button look="secondary" name="ask" value={`themes:${id}`}>
                {t("suggestions:themes.ask")}
                <span className="govuk-visually-hidden">
                  {" "}
                  (<InLanguage text={label} />)
                </span>
              </Button>
            )}
          </form>
          {codes.map((frame) => (
            <div key={frame.id}>
              <h3 className="govuk-heading-s">
                {t("suggestions:codes.heading")} <InLanguage text={frame.name} />
              </h3>
              <RunState run={frame.run} here={here} />
              <p className="govuk-body">
                <PageLink to={frame.to}>{t("suggestions:codes.look")}</PageLink>
              </p>
              <p className="govuk-body">
                <PageLink to={frame.outside}>{t("outside:open")}</PageLink>
              </p>
              <form method="post" noValidate>
                {!frame.run?.isUnderWay && (
                  <Button look="secondary" name="ask" value={`codes:${id}:${frame.id}`}>
                    {t("suggestions:codes.ask")}
                    <span className="govuk-visually-hidden">
                      {" "}
                      (<InLanguage text={frame.name} />, <InLanguage text={label} />)
                    </span>
                  </Button>
                )}
              </form>
            </div>
          ))}
        </section>
      ))}
    </>
  );
}
