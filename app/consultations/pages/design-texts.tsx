// What a consultation says of itself, in every language, with the way to change each part and how much is translated.
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import type { ReactNode } from "react";
import { within } from "#app/forms/wording.ts";
import { languageNames } from "#app/shared/languages.ts";
import { titleOf } from "#app/shared/title.ts";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { InsetText } from "#app/shared/ui/inset-text.tsx";
import { NotificationBanner } from "#app/shared/ui/notification-banner.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { PageLink } from "#app/shared/ui/page-link.tsx";
import { SummaryList } from "#app/shared/ui/summary-list.tsx";
import { Table } from "#app/shared/ui/table.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import { fieldsOf, isTextPart, isWay, isWorded, textParts, type Field } from "../design-fields.ts";
import { textOf, translationOf, wayAsSaid } from "../design-texts.ts";
import { isDesignable, mayChangePart, mayDesign, maySeeOffice } from "../office-policy.ts";
import { findForOffice } from "../office.server.ts";
import { officeConsultationPath, pointsPath, textsPath } from "../office-paths.ts";
import { fieldOfPoints, pointLists } from "../points.ts";
import { SaidInLanguages } from "../ui/said-in-languages.tsx";
import { untilText } from "../until.ts";

export async function loader(args: LoaderFunctionArgs) {
  const words = wordsFor(args.context.language);
  const { partnership, consultation, roles } = await findForOffice(args, maySeeOffice);
  const saved = new URL(args.request.url).searchParams.get("saved");
  return {
    title: titleOf(words.t("prepare:title-of", { title: within(consultation.title, words) }), args.context.language, partnership),
    ...{ partnership, consultation },
    translations: translationOf(consultation),
    isFixed: !isDesignable(consultation),
    mayChange: mayDesign(roles) && isDesignable(consultation),
    mayChangeContact: mayDesign(roles) && mayChangePart("contact", consultation, args.context.now),
    saved: isTextPart(saved) ? saved : null,
  };
}

export const handle = { width: "work" };
export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];

export default function DesignTextsPage() {
  const { partnership, consultation, translations, isFixed, mayChange, mayChangeContact, saved } = useLoaderData<typeof loader>();
  const words = useWords();
  const { t, number, date, instant } = words;
  const { opensAt, closesAt, graceInMinutes, asksEquality, languages, decisionOn } = consultation;
  const nothing = t("prepare:nothing");
  const valueOf = (field: Field): ReactNode => {
    if (isWorded(field)) return <SaidInLanguages text={textOf(consultation, field.name)} />;
    if (isWay(field)) return <bdi className="in-languages__text">{wayAsSaid(consultation, field.name) ?? nothing}</bdi>;
    switch (field.kind) {
      case "date":
        return decisionOn ? date(decisionOn) : nothing;
      case "opening":
        return opensAt ? instant(opensAt) : nothing;
      case "closing":
        return closesAt ? untilText(words, closesAt) : nothing;
      case "hours":
        return t("prepare:hours", { count: Math.ceil(graceInMinutes / 60), number: number(graceInMinutes / 60, graceInMinutes % 60 === 0 ? 0 : 1) });
      case "yes-no":
        return t(`prepare:equality.${asksEquality ? "yes" : "no"}`);
      case "languages":
        return languages.map((language) => (
          <bdi key={language} lang={language} className="govuk-!-display-block">
            {languageNames[language]}
          </bdi>
        ));
    }
  };
  const change = (to: string, what: string, may = mayChange) => may && <PageLink to={to}>{t("prepare:change", { what })}</PageLink>;
  return (
    <>
      <BackLink to={officeConsultationPath(partnership, consultation)} text={t("prepare:to-consultation")} />
      {saved && <NotificationBanner kind="success">{t("prepare:saved", { part: t(`prepare:part.${saved}`) })}</NotificationBanner>}
      <PageHeading caption={<InLanguage text={consultation.title} />}>{t("prepare:title")}</PageHeading>
      {isFixed && <InsetText>{t("prepare:fixed")}</InsetText>}
      <Table
        caption={t("prepare:translation.heading")}
        columns={[
          { key: "language", heading: t("prepare:translation.language") },
          { key: "offered", heading: t("prepare:translation.offered") },
          { key: "said", heading: t("prepare:translation.said") },
          { key: "missing", heading: t("prepare:translation.missing") },
        ]}
        stacks
        rows={translations.map(({ language, said, all, missing }) => ({
          key: language,
          cells: [
            <bdi key="language" lang={language}>
              {languageNames[language]}
            </bdi>,
            t(languages.includes(language) ? "prepare:translation.is-offered" : "prepare:translation.is-not-offered"),
            t("prepare:translation.of", { said: number(said), all: number(all) }),
            missing.length === 0 ? t("prepare:translation.none-missing") : [...new Set(missing)].map((name) => <span key={name} className="govuk-!-display-block">{t(`prepare:field.${name}`)}</span>),
          ],
        }))}
      />
      {textParts.map((part) => (
        <section key={part} aria-labelledby={part}>
          <h2 className="govuk-heading-m" id={part}>
            {t(`prepare:part.${part}`)}
          </h2>
          <p className="govuk-body">{change(textsPath(partnership, consultation, part), t(`prepare:part.${part}`), part === "contact" ? mayChangeContact : mayChange)}</p>
          <SummaryList rows={fieldsOf[part].map((field) => ({ key: field.name, label: t(`prepare:field.${field.name}`), value: valueOf(field) }))} />
          {part === "decision" &&
            pointLists.map((list) => {
              const points = consultation[fieldOfPoints[list]];
              const heading = t(`prepare:field.${fieldOfPoints[list]}`);
              return (
                <section key={list} aria-labelledby={list}>
                  <h3 className="govuk-heading-s" id={list}>
                    {heading}
                  </h3>
                  <p className="govuk-body">{change(pointsPath(partnership, consultation, list), heading)}</p>
                  {points.length === 0 && <p className="govuk-body">{nothing}</p>}
                  <ol className="points">
                    {points.map((text, index) => (
                      <li key={index}>
                        <SaidInLanguages text={text} />
                      </li>
                    ))}
                  </ol>
                </section>
              );
            })}
        </section>
      ))}
    </>
  );
}
