// A meeting's agenda and papers as one document: to read on a phone, print, or keep.
import { data, type HeadersFunction, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { findPartnership } from "#app/partnerships/store.server.ts";
import { db } from "#app/shared/db.server.ts";
import { within } from "#app/shared/languages.ts";
import { pathInLanguage } from "#app/shared/local-path.ts";
import { keepPage } from "#app/shared/published-pages.server.ts";
import { notFound } from "#app/shared/responses.server.ts";
import { sizeText } from "#app/shared/sizes.ts";
import { titleOf } from "#app/shared/title.ts";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { InLanguage, Paragraphs } from "#app/shared/ui/in-language.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import { listItems } from "../agenda.store.server.ts";
import { findMeeting } from "../meetings.store.server.ts";
import { listPapers } from "../papers.store.server.ts";
import { packOf } from "../paper.ts";
import { meetingPath, packZipPath, paperFilePath } from "../paths.ts";
import { agendaFor } from "../public-agenda.ts";
import { ItemTags } from "../ui/agenda.tsx";
import { MeetingFacts } from "../ui/meeting-facts.tsx";
import { PaperText } from "../ui/paper-text.tsx";

export async function loader({ params, context: { language, now } }: LoaderFunctionArgs) {
  const partnership = await findPartnership(db(), params.partnership);
  const meeting = await findMeeting(db(), partnership.id, params.meeting);
  if (meeting.calledAt === null) throw notFound();
  const [items, papers] = await Promise.all([listItems(db(), meeting), listPapers(db(), meeting)]);
  const agenda = agendaFor(meeting, items, papers, { sitsThere: false });
  const shown = new Set(agenda.flatMap((item) => item.papers.map(({ id }) => id)));
  const own = papers.filter(({ id }) => shown.has(id));
  const words = wordsFor(language);
  const values = { body: within(meeting.body.name, words), when: words.instant(meeting.startsAt) };
  const page = {
    title: titleOf(words.t("meetings:pack.title-of", values), language, partnership),
    ...{ heading: words.t("meetings:pack.title-of", values), slug: partnership.slug, agenda, pack: packOf(own) },
    meeting: { ...meeting, link: null },
    texts: Object.fromEntries(own.map(({ id, text }) => [id, text])),
    files: Object.fromEntries(own.map((paper) => [paper.id, pathInLanguage(paperFilePath(partnership, meeting, paper), language)])),
    zip: own.some(({ file }) => file !== null) ? pathInLanguage(packZipPath(partnership, meeting), language) : null,
  };
  return data(page, { headers: keepPage(partnership.id, now) });
}

export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders;
export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];

export default function PackPage() {
  const { slug, heading, meeting, agenda, pack, texts, files, zip } = useLoaderData<typeof loader>();
  const words = useWords();
  const { t, number } = words;
  return (
    <>
      <BackLink to={meetingPath({ slug }, meeting)} text={t("meetings:to-meeting")} />
      <PageHeading>{heading}</PageHeading>
      <p className="govuk-body">{t(pack.papers === 0 ? "meetings:pack.size-none" : "meetings:pack.size", { count: pack.papers, number: number(pack.papers), late: number(pack.late), size: sizeText(pack.bytes, words) })}</p>
      {zip && (
        <p className="govuk-body">
          <a className="govuk-link" href={zip} download>
            {t("meetings:pack.zip")}
          </a>
        </p>
      )}
      <MeetingFacts meeting={meeting} isComing={false} showsLink={false} />
      <h2 className="govuk-heading-m">{t("meetings:pack.contents")}</h2>
      <ol className="govuk-list govuk-list--number">
        {agenda.map(({ id, title }) => (
          <li key={id}>
            <a className="govuk-link" href={`#item-${id}`}>
              <InLanguage text={title} />
            </a>
          </li>
        ))}
      </ol>
      {agenda.map((item, index) => (
        <section key={item.id} id={`item-${item.id}`}>
          <h2 className="govuk-heading-l">
            {t("meetings:agenda.number", { number: index + 1 })} <InLanguage text={item.title} />
          </h2>
          <ItemTags item={item} />
          {item.isPrivate ? <p className="govuk-body">{t("meetings:agenda.private-text")}</p> : <Paragraphs text={item.about} />}
          {Object.keys(item.justification).length > 0 && (
            <>
              <p className="govuk-body govuk-!-font-weight-bold">{t("meetings:agenda.justification")}</p>
              <Paragraphs text={item.justification} />
            </>
          )}
          {item.papers.map((paper) => (
            <section key={paper.id}>
              <h3 className="govuk-heading-m">
                <InLanguage text={paper.title} />
              </h3>
              <PaperText paper={paper} text={texts[paper.id] ?? {}} file={files[paper.id] ?? ""} />
            </section>
          ))}
        </section>
      ))}
    </>
  );
}
