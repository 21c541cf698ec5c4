// A ballot paper to be printed and copied, in each language and in large type.
import { redirect, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { db } from "#app/shared/db.server.ts";
import { directionOf, isLanguage, languageNames, languages, textIn } from "#app/shared/languages.ts";
import { titleOf } from "#app/shared/title.ts";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { PageLink } from "#app/shared/ui/page-link.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import { kindOfBallot, mostOn } from "../ballot.ts";
import { findPaper } from "../box.store.server.ts";
import { requireElectionOffice } from "../guard.server.ts";
import { officeElectionPath } from "../paths.ts";
import { printedBallot } from "../printed-ballot.ts";
import { keepsNominations } from "../rooms.ts";
import { codeLettersPath } from "../roll-paths.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { partnership, election, state } = await requireElectionOffice(args, keepsNominations);
  const { title, timetable } = election;
  if (timetable === null || (state !== "candidates-confirmed" && state !== "poll-open")) throw redirect(officeElectionPath(partnership, election));
  const words = wordsFor(args.context.language);
  const query = new URL(args.request.url).searchParams;
  const asked = query.get("in") ?? "";
  const language = isLanguage(asked) ? asked : args.context.language;
  const paper = await findPaper(db(), election);
  const shown = { kind: kindOfBallot(paper.rules), most: mostOn(paper), seats: paper.seats, named: paper.named };
  return {
    title: titleOf(words.t("poll:printed.title-of", { title: textIn(title, words.language).text }), words.language, partnership),
    ...{ partnership: { slug: partnership.slug }, election: { id: election.id, title }, isLarge: query.has("large"), language },
    ballot: printedBallot({ partnership, title, timetable, paper: shown }, wordsFor(language)),
    heading: wordsFor(language).t("poll:printed.heading"),
  };
}

export const handle = { width: "work" };
export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];

export default function BallotPaperPage() {
  const { partnership, election, isLarge, language, ballot, heading } = useLoaderData<typeof loader>();
  const { t } = useWords();
  const here = (query: Record<string, string | undefined>) => officeElectionPath(partnership, election, "ballot-paper", query);
  const size = isLarge ? { large: "yes" } : {};
  return (
    <>
      <div className="not-printed">
        <BackLink to={codeLettersPath(partnership, election)} text={t("roll:letters.title")} />
        <PageHeading caption={<InLanguage text={election.title} />}>{t("poll:printed.title")}</PageHeading>
        <p className="govuk-body">{t("poll:printed.how")}</p>
        <ul className="govuk-list">
          {languages
            .filter((one) => one !== language)
            .map((one) => (
              <li key={one}>
                <PageLink to={here({ in: one, ...size })} lang={one} dir={directionOf(one)}>
                  {languageNames[one]}
                </PageLink>
              </li>
            ))}
          <li>
            <PageLink to={here({ in: language, ...(isLarge ? {} : { large: "yes" }) })}>{t(isLarge ? "poll:printed.usual" : "poll:printed.large")}</PageLink>
          </li>
        </ul>
      </div>
      <section className={isLarge ? "printed-letter printed-letter--large" : "printed-letter"} aria-label={heading} lang={language} dir={directionOf(language)}>
        <p className="govuk-body">{heading}</p>
        <p className="govuk-body">
          <strong>{ballot.title}</strong>
        </p>
        {ballot.paragraphs.map((paragraph) => (
          <p key={paragraph} className="govuk-body">
            {paragraph}
          </p>
        ))}
        <ol className="printed-ballot">
          {ballot.candidates.map(({ number, name, organisation }) => (
            <li key={number} className="printed-ballot__candidate">
              <span className="printed-ballot__box" />
              <span className="govuk-body">
                <strong>
                  <bdi>{name}</bdi>
                </strong>
                {organisation && (
                  <>
                    <br />
                    <bdi>{organisation}</bdi>
                  </>
                )}
              </span>
            </li>
          ))}
        </ol>
        {ballot.afterwards.map((paragraph) => (
          <p key={paragraph} className="govuk-body plain-text">
            <bdi>{paragraph}</bdi>
          </p>
        ))}
      </section>
    </>
  );
}
