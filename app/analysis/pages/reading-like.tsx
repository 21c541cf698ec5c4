// More like one text: those to the same question that share most of its rarer words, the nearest first, each with its codes.
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { questionName } from "#app/forms/wording.ts";
import { db } from "#app/shared/db.server.ts";
import { titleOf } from "#app/shared/title.ts";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { PageLink } from "#app/shared/ui/page-link.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import { findAlike } from "../alike.store.server.ts";
import { findCodingsShown, findFrames } from "../coding-here.server.ts";
import { readingPath } from "../paths.ts";
import { findQuestionToRead, recordReading, showTexts } from "../reading.server.ts";
import { readingAt } from "../reading.ts";
import { listTexts } from "../texts.store.server.ts";
import { TextShort } from "../ui/text-short.tsx";
import { TextWords } from "../ui/text-words.tsx";

const most = 20;

export async function loader(args: LoaderFunctionArgs) {
  const { language } = args.context;
  const found = await findQuestionToRead(args);
  const { partnership, consultation, set, question, reading, of } = found;
  const textId = args.params.text ?? "";
  const near = await findAlike(db(), { ...of, questionId: question.id, textId }, most);
  const texts = await listTexts(db(), set.id, [textId, ...near.map((one) => one.textId)]);
  await recordReading(found, { set: set.number, questionId: question.id, shown: texts.length });
  const words = wordsFor(language);
  const { codings } = await findCodingsShown({ ...found, frames: await findFrames(found), since: null, words }, texts);
  const shown = new Map((await showTexts(texts, reading, words, codings)).map((text) => [text.id, text]));
  return {
    title: titleOf(words.t("alike:title-of", { text: shown.get(textId)?.responseId ?? "", question: questionName(question, words) }), language, partnership),
    ...{ label: question.label, set: set.number, own: shown.get(textId) ?? null },
    near: near.flatMap(({ textId: id, nearness }) => {
      const text = shown.get(id);
      return text ? [{ text, share: Math.floor(100 * nearness + 1e-9), to: readingAt(readingPath(partnership, consultation, question.id, id), reading) }] : [];
    }),
    back: readingAt(readingPath(partnership, consultation, question.id, textId), reading),
  };
}

export const handle = { width: "work" };
export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];

export default function ReadingLikePage() {
  const { label, set, own, near, back } = useLoaderData<typeof loader>();
  const { t, number } = useWords();
  return (
    <>
      <BackLink to={back} text={t("alike:back")} />
      <PageHeading caption={<InLanguage text={label} />}>{t("alike:title")}</PageHeading>
      <p className="govuk-body">{t("alike:lead", { set: number(set), most: number(most) })}</p>
      <h2 className="govuk-heading-m">{t("alike:this")}</h2>
      {own && <TextWords text={own} />}
      <h2 className="govuk-heading-m">{t("alike:nearest")}</h2>
      <p className="govuk-body">{near.length === 0 ? t("alike:none") : t("alike:explained")}</p>
      {near.map(({ text, share, to }) => (
        <TextShort key={text.id} text={text} level="h3">
          {t("alike:nearness", { share: number(share) })}{" "}
          <PageLink to={to}>
            {t("alike:read")}
            <span className="govuk-visually-hidden"> ({text.responseId})</span>
          </PageLink>
        </TextShort>
      ))}
    </>
  );
}
