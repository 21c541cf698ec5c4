// A paper of a meeting, for everybody: a text to read, or the file behind it.
import { data, type HeadersFunction, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { findPartnership } from "#app/partnerships/store.server.ts";
import { db } from "#app/shared/db.server.ts";
import { within } from "#app/shared/languages.ts";
import { pathInLanguage } from "#app/shared/local-path.ts";
import { keepPage } from "#app/shared/published-pages.server.ts";
import { notFound } from "#app/shared/responses.server.ts";
import { titleOf } from "#app/shared/title.ts";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { PageLink } from "#app/shared/ui/page-link.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import { findItem } from "../agenda.store.server.ts";
import { findMeeting } from "../meetings.store.server.ts";
import { findPaper } from "../papers.store.server.ts";
import { commentPath, meetingPath, paperFilePath } from "../paths.ts";
import { isPublicPaper, shownPaper } from "../public-agenda.ts";
import { PaperText } from "../ui/paper-text.tsx";

export async function loader({ params, context: { language, now } }: LoaderFunctionArgs) {
  const partnership = await findPartnership(db(), params.partnership);
  const meeting = await findMeeting(db(), partnership.id, params.meeting);
  const paper = await findPaper(db(), meeting, params.paper);
  const item = await findItem(db(), meeting, paper.itemId);
  if (!isPublicPaper(paper, item, meeting)) throw notFound();
  const page = {
    title: titleOf(within(paper.title, wordsFor(language)), language, partnership),
    ...{ slug: partnership.slug, meeting: { id: meeting.id, name: meeting.body.name }, item: item.title, text: paper.text, paper: shownPaper(paper) },
    file: pathInLanguage(paperFilePath(partnership, meeting, paper), language),
  };
  return data(page, { headers: keepPage(partnership.id, now) });
}

export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders;
export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];

export default function PaperPage() {
  const { slug, meeting, item, paper, text, file } = useLoaderData<typeof loader>();
  const { t } = useWords();
  return (
    <>
      <BackLink to={meetingPath({ slug }, meeting)} text={t("meetings:to-meeting")} />
      <PageHeading caption={<InLanguage text={item} />}>
        <InLanguage text={paper.title} />
      </PageHeading>
      <PaperText paper={paper} text={text} file={file} />
      <p className="govuk-body">
        <PageLink to={commentPath({ slug }, meeting, paper)}>{t("meetings:paper.comment")}</PageLink>
      </p>
    </>
  );
}
