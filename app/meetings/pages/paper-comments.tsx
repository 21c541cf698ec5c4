// A paper for those who sit in the partnership: they read it, and say something about it before the meeting. [SG05]
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { db, inTransaction } from "#app/shared/db.server.ts";
import { readForm } from "#app/shared/form-body.server.ts";
import { within } from "#app/shared/languages.ts";
import { pathInLanguage } from "#app/shared/local-path.ts";
import { notFound } from "#app/shared/responses.server.ts";
import { titleOf } from "#app/shared/title.ts";
import { passage } from "#app/shared/typed.ts";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { Button } from "#app/shared/ui/button.tsx";
import { ErrorSummary } from "#app/shared/ui/error-summary.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { NotificationBanner } from "#app/shared/ui/notification-banner.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { Textarea } from "#app/shared/ui/textarea.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import { findItem } from "../agenda.store.server.ts";
import { isChangeable } from "../meeting.ts";
import { findMeeting } from "../meetings.store.server.ts";
import { addComment, findPaper, listComments, mostComments, removeComment } from "../papers.store.server.ts";
import { attendPath, commentPath, paperFilePath } from "../paths.ts";
import { isSentPaper, shownPaper } from "../public-agenda.ts";
import { requireSeated, seatAt } from "../seated.server.ts";
import { Comments } from "../ui/comments.tsx";
import { PaperText } from "../ui/paper-text.tsx";

const longestComment = 2000;

async function findRead(args: LoaderFunctionArgs | ActionFunctionArgs) {
  const seated = await requireSeated(args);
  const meeting = await findMeeting(db(), seated.partnership.id, args.params.meeting);
  const paper = await findPaper(db(), meeting, args.params.paper);
  const item = await findItem(db(), meeting, paper.itemId);
  const { own, seat } = seatAt(seated.seats, meeting.body.id);
  if (!isSentPaper(paper, meeting) || (item.isPrivate && !own)) throw notFound();
  return { ...seated, meeting, paper, item, appointmentId: seat.appointmentId, isOpen: isChangeable(meeting, args.context.now) };
}

export async function loader(args: LoaderFunctionArgs) {
  const { language } = args.context;
  const { partnership, meeting, paper, item, seats, isOpen } = await findRead(args);
  const words = wordsFor(language);
  const own = new Set(seats.map(({ appointmentId }) => appointmentId));
  const comments = await listComments(db(), paper);
  return {
    title: titleOf(words.t("meetings:comments.title-of", { title: within(paper.title, words) }), language, partnership),
    ...{ slug: partnership.slug, meeting: { id: meeting.id }, item: item.title, paper: shownPaper(paper), text: paper.text, isOpen },
    file: pathInLanguage(paperFilePath(partnership, meeting, paper), language),
    comments: comments.map(({ createdAt, appointmentId, ...comment }) => ({ ...comment, at: words.instant(createdAt), isOwn: own.has(appointmentId) })),
    isSaid: new URL(args.request.url).searchParams.has("said"),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { partnership, signedIn, meeting, paper, seats, appointmentId, isOpen } = await findRead(args);
  const { now, language } = args.context;
  const by = { partnershipId: partnership.id, personId: signedIn.personId, now };
  const form = await readForm(args.request);
  const here = commentPath(partnership, meeting, paper);
  const taken = form.get("take");
  if (taken !== null) {
    await inTransaction((transaction) => removeComment(transaction, by, paper, taken, seats.map((seat) => seat.appointmentId)));
    return redirect(here);
  }
  const typed = form.get("text") ?? "";
  const text = passage(typed);
  const refuse = (code: string, most = 0) => data({ typed, code, most }, { status: 422 });
  if (!isOpen) return refuse("over");
  if (text === "") return refuse("missing");
  if ([...text].length > longestComment) return refuse("long", longestComment);
  const isSaid = await inTransaction((transaction) => addComment(transaction, by, { paper, appointmentId, text, language }));
  return isSaid ? redirect(`${here}?said`) : refuse("full", mostComments);
}

export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];

export default function PaperCommentsPage() {
  const { slug, meeting, item, paper, text, file, isOpen, comments, isSaid } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { t, number } = useWords();
  const error = refused ? t(`meetings:comments.problem.${refused.code}`, { most: number(refused.most) }) : undefined;
  const own = new Set(comments.filter((one) => one.isOwn).map(({ id }) => id));
  return (
    <>
      <BackLink to={attendPath({ slug }, meeting)} text={t("meetings:to-meeting")} />
      <ErrorSummary errors={error ? [{ href: "#text", text: error }] : []} />
      {isSaid && <NotificationBanner kind="success">{t("meetings:comments.said")}</NotificationBanner>}
      <PageHeading caption={<InLanguage text={item} />}>
        <InLanguage text={paper.title} />
      </PageHeading>
      <PaperText paper={paper} text={text} file={file} />
      {comments.length > 0 && (
        <form method="post" noValidate>
          <Comments
            comments={comments}
            actionOf={({ id }) =>
              own.has(id) && (
                <button className="link-button" name="take" value={id}>
                  {t("meetings:comments.take")}
                </button>
              )
            }
          />
        </form>
      )}
      {isOpen ? (
        <form method="post" noValidate>
          <Textarea name="text" rows={5} label={t("meetings:comments.add")} labelSize="m" hint={t("meetings:comments.hint", { most: number(longestComment) })} value={refused?.typed} error={error} />
          <Button>{t("meetings:comments.say")}</Button>
        </form>
      ) : (
        <p className="govuk-body">{t("meetings:comments.problem.over")}</p>
      )}
    </>
  );
}
