// One page as residents will see it, by itself: drawn as they are sent it, with nothing kept of what is typed.
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { readUpload } from "#app/files/upload.server.ts";
import { db } from "#app/shared/db.server.ts";
import { textIn } from "#app/shared/languages.ts";
import { notFound } from "#app/shared/responses.server.ts";
import { titleOf } from "#app/shared/title.ts";
import { textInAll, wordsFor } from "#app/shared/words.server.ts";
import { listDocuments } from "../documents.store.server.ts";
import { listEvents } from "../events.store.server.ts";
import { findNoticeTexts } from "../notices.store.server.ts";
import { sectionNumber, sectionStarts } from "../draft.ts";
import { maySeeOffice } from "../office-policy.ts";
import { findForOffice, type ForOffice } from "../office.server.ts";
import { previewPagePath } from "../office-paths.ts";
import { asPublished, previewPages } from "../preview.ts";
import { neverKept } from "../responding.server.ts";
import { findNewestDefinition } from "../store.server.ts";
import { AnsweringPage } from "../ui/answering-page.tsx";
import { EqualityAsked } from "../ui/equality-asked.tsx";
import { EqualityPage } from "../ui/equality-page.tsx";
import { Reading } from "../ui/reading.tsx";
import { SendingPage } from "../ui/sending-page.tsx";
import { readWay } from "../way-on.ts";

async function findPage({ params }: LoaderFunctionArgs, { consultation }: ForOffice) {
  const definition = await findNewestDefinition(db(), consultation.formId);
  const pages = previewPages({ definition, asksEquality: consultation.asksEquality, say: textInAll });
  const at = pages.findIndex(({ key }) => key === [params.kind, params.page].filter(Boolean).join("/"));
  const shown = pages[at];
  if (!shown) throw notFound();
  return { definition, pages, at, shown };
}

export async function loader(args: LoaderFunctionArgs) {
  const { language, now } = args.context;
  const office = await findForOffice(args, maySeeOffice);
  const { partnership } = office;
  const { definition, pages, shown } = await findPage(args, office);
  const name = textIn(shown.heading ?? office.consultation.title, language).text;
  const title = titleOf(wordsFor(language).t("preview:frame", { page: name }), language, partnership);
  if (shown.kind === "read") {
    const documents = await listDocuments(db(), office.consultation);
    const events = await listEvents(db(), office.consultation);
    const start = previewPagePath(partnership, office.consultation, pages[1]?.key ?? "read", language);
    return { kind: shown.kind, title, partnership, ...asPublished(office.consultation, now), definition, documents, events, errata: [], start };
  }
  if (shown.kind === "ask") return { kind: shown.kind, title, consultation: office.consultation.title };
  const { page, all } = shown;
  const asked = { consultation: office.consultation.title, page, entries: {}, errors: [] };
  if (shown.kind === "sending") return { kind: shown.kind, title, ...asked, notices: await findNoticeTexts(db(), office.consultation) };
  if (shown.kind === "equality") return { kind: shown.kind, title, page, entries: {}, errors: [] };
  return { kind: shown.kind, title, ...asked, section: sectionNumber(all, page), parts: sectionStarts(all, page) };
}

/** Leads to the page that the pressed button leads to, and keeps nothing. */
export async function action(args: ActionFunctionArgs) {
  const office = await findForOffice(args, maySeeOffice);
  const { pages, at, shown } = await findPage(args, office);
  const { fields } = await readUpload(args.request, { mostFiles: 20 });
  const way = readWay(fields);
  const next = { next: at + 1, back: at - 1, last: pages.length - 1, part: at, here: at, later: at }[way.to];
  const part = way.to === "part" ? pages.find(({ key }) => key === `${shown.kind}/${way.pageId}`) : undefined;
  const { key } = part ?? pages[Math.max(0, Math.min(next, pages.length - 1))]!;
  return redirect(previewPagePath(office.partnership, office.consultation, key, args.context.language));
}

export const handle = { isFramed: true };
export const headers = () => neverKept;
export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];

export default function PreviewedPage() {
  const shown = useLoaderData<typeof loader>();
  switch (shown.kind) {
    case "read":
      return <Reading {...shown} isFramed />;
    case "questions":
      return <AnsweringPage {...shown} isFramed />;
    case "sending":
      return <SendingPage {...shown} isFramed />;
    case "ask":
      return <EqualityAsked {...shown} isMissing={false} isFramed />;
    case "equality":
      return <EqualityPage {...shown} isFramed />;
  }
}
