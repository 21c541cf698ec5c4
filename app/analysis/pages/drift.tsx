// Whether the use of a code, and how far coders agree, moves as the work goes on: each coder by themselves, in the order in which they worked.
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { mayAnalyse } from "#app/consultations/office-policy.ts";
import { within } from "#app/forms/wording.ts";
import { listNames } from "#app/people/store.server.ts";
import { db } from "#app/shared/db.server.ts";
import { notFound } from "#app/shared/responses.server.ts";
import { titleOf } from "#app/shared/title.ts";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { Button } from "#app/shared/ui/button.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { Select } from "#app/shared/ui/select.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import { listDoubleReadings } from "../agreement.store.server.ts";
import { fullName } from "../code.ts";
import { findCodeframe, listCodes } from "../codeframes.store.server.ts";
import { findWorked } from "../coders.server.ts";
import { agreementOverTime, driftOf, fewestForDrift } from "../drift.ts";
import { listHundredths } from "../drift.store.server.ts";
import { agreementPath, driftPath } from "../paths.ts";
import { AgreementOverTime, CoderOverTime } from "../ui/drift-charts.tsx";

export async function loader(args: LoaderFunctionArgs) {
  const { partnership, consultation, set, questions } = await findWorked(args, mayAnalyse);
  const words = wordsFor(args.context.language);
  const frame = await findCodeframe(db(), consultation, args.params.codeframe);
  const codes = (await listCodes(db(), frame)).filter(({ retiredAt }) => retiredAt === null);
  const search = new URL(args.request.url).searchParams;
  const code = codes.find(({ id }) => id === search.get("code")) ?? codes[0]!;
  // because a coder who goes from one question to the next gives other codes
  const asked = questions.filter(({ id }) => frame.questionIds.includes(id));
  const question = asked.find(({ id }) => id === search.get("question")) ?? asked[0];
  if (!question) throw notFound();
  const hundredths = await listHundredths(db(), { setId: set.id, questionId: question.id, codes, codeId: code.id });
  const names = await listNames(db(), [...hundredths.keys()]);
  const readings = await listDoubleReadings(db(), { setId: set.id, frame, questionId: question.id });
  return {
    title: titleOf(words.t("drift:title-of", { name: within(frame.name, words), code: fullName(codes, code.id, words.language) }), words.language, partnership),
    ...{ partnership, consultation, set: set.number, frame: { id: frame.id, name: frame.name }, code: { id: code.id, name: code.name } },
    question,
    questions: asked.map(({ id, label }) => ({ value: id, label: within(label, words) })),
    codes: codes.map(({ id }) => ({ value: id, label: fullName(codes, id, words.language) })),
    coders: [...hundredths].map(([id, own]) => ({ ...driftOf(id, own, hundredths.size), name: names.get(id) ?? words.t("reading:somebody") })),
    overTime: agreementOverTime(readings, codes.map(({ id }) => id)),
    both: readings.length / 2,
  };
}

export const handle = { width: "work" };
export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];

export default function DriftPage() {
  const { partnership, consultation, set, frame, code, codes, question, questions, coders, overTime, both } = useLoaderData<typeof loader>();
  const { t, number } = useWords();
  return (
    <>
      <BackLink to={agreementPath(partnership, consultation, frame)} text={t("drift:back")} />
      <PageHeading caption={<InLanguage text={frame.name} />}>{t("drift:title")}</PageHeading>
      <p className="govuk-body">{t("drift:lead", { set: number(set) })}</p>
      <p className="govuk-body">
        {t("drift:question")} <InLanguage text={question.label} />
      </p>
      <Form method="get" action={driftPath(partnership, consultation, frame)} reloadDocument>
        {questions.length > 1 && <Select name="question" label={t("agreement:choose.question")} value={question.id} options={questions} />}
        <Select name="code" label={t("drift:code")} value={code.id} options={codes} />
        <Button look="secondary">{t("agreement:choose.show")}</Button>
      </Form>
      <h2 className="govuk-heading-m">
        {t("drift:use")} <InLanguage text={code.name} />
      </h2>
      {coders.length === 0 && <p className="govuk-body">{t("drift:nobody")}</p>}
      {coders.map((coder) =>
        coder.stretches === null ? (
          <p key={coder.coderId} className="govuk-body">
            {t("drift:few", { name: coder.name, texts: number(coder.texts), least: number(fewestForDrift) })}
          </p>
        ) : (
          <CoderOverTime key={coder.coderId} {...coder} stretches={coder.stretches} />
        ),
      )}
      <h2 className="govuk-heading-m">{t("drift:agreement")}</h2>
      {overTime === null ? <p className="govuk-body">{t("drift:few-both", { texts: number(both) })}</p> : <AgreementOverTime stretches={overTime} />}
    </>
  );
}
