// A codeframe as it was published under a number.
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { within } from "#app/forms/wording.ts";
import { listNames } from "#app/people/store.server.ts";
import { db } from "#app/shared/db.server.ts";
import { titleOf } from "#app/shared/title.ts";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { Table } from "#app/shared/ui/table.tsx";
import { Tag } from "#app/shared/ui/tag.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import { findFramePage } from "../code-page.server.ts";
import { codeframeVersionsPath } from "../paths.ts";
import { findFrameVersion } from "../versions.store.server.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { language } = args.context;
  const { partnership, consultation, frame } = await findFramePage(args);
  const { codes, publishedById, ...version } = await findFrameVersion(db(), frame, args.params.version);
  const { t, number } = wordsFor(language);
  return {
    title: titleOf(t("recoding:versions.one-title-of", { version: number(version.number), name: within(frame.name, { language }) }), language, partnership),
    ...{ frame: { name: frame.name }, version, back: codeframeVersionsPath(partnership, consultation, frame) },
    who: (await listNames(db(), [publishedById])).get(publishedById) ?? t("reading:somebody"),
    codes: codes.filter(({ retiredAt }) => retiredAt === null),
  };
}

export const handle = { width: "work" };
export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];

const texts = ["definition", "include", "exclude", "example"] as const;

export default function CodeframeVersionPage() {
  const { frame, version, who, codes, back } = useLoaderData<typeof loader>();
  const { t, number, instant } = useWords();
  return (
    <>
      <BackLink to={back} text={t("recoding:versions.back")} />
      <PageHeading caption={<InLanguage text={frame.name} />}>{t("recoding:versions.version", { version: number(version.number) })}</PageHeading>
      <p className="govuk-body">{t("recoding:versions.published", { who, at: instant(version.publishedAt) })}</p>
      <p className="govuk-body">
        <bdi>{version.note}</bdi>
      </p>
      <Table
        caption={t("codeframe:tree.caption")}
        stacks
        columns={[
          { key: "code", heading: t("codeframe:column.code") },
          { key: "meaning", heading: t("codeframe:column.definition") },
        ]}
        rows={codes.map((code) => ({
          key: code.id,
          cells: [
            <div key="code" className={`code-at-${code.level}`}>
              <span className="govuk-visually-hidden">{t(`codeframe:level.${code.level}`)}: </span>
              <InLanguage text={code.name} />{" "}
              {(["isCrossCutting", "isEquality"] as const).map((mark) => code[mark] && <Tag key={mark} colour="grey">{t(`codeframe:mark.${mark}`)}</Tag>)}
            </div>,
            <div key="meaning">
              {texts.map(
                (text) =>
                  Object.keys(code[text]).length > 0 && (
                    <p key={text} className="govuk-body-s">
                      {text !== "definition" && `${t(`codeframe:code.${text}`)}: `}
                      <InLanguage text={code[text]} />
                    </p>
                  ),
              )}
            </div>,
          ],
        }))}
      />
    </>
  );
}
