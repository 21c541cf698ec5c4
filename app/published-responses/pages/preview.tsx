// Responses as everybody will see them, for officers: of what is proposed, or else of what is public. Names are looked at here too.
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { maySeePublication } from "#app/consultations/office-policy.ts";
import { publishResponsesPath } from "#app/consultations/office-paths.ts";
import { within } from "#app/forms/wording.ts";
import { recordAudit } from "#app/shared/audit.server.ts";
import { db } from "#app/shared/db.server.ts";
import { titleOf } from "#app/shared/title.ts";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { Pagination } from "#app/shared/ui/pagination.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import { excerptFrom } from "../answers.ts";
import { everything } from "../filter.ts";
import { findPreviewed } from "../find.server.ts";
import { previewResponsePath, previewResponsesPath } from "../paths.ts";
import { countPublic, listPublic } from "../public.store.server.ts";
import { ResponseList } from "../ui/response-list.tsx";

export async function loader(args: LoaderFunctionArgs) {
  const { partnership, consultation, signedIn, asked, extent } = await findPreviewed(args, maySeePublication);
  const after = new URL(args.request.url).searchParams.get("after");
  const { responses, nextAfter } = await listPublic(db(), extent, { filter: everything, after, most: 25 });
  await recordAudit(db(), {
    ...{ partnershipId: partnership.id, personId: signedIn.personId },
    ...{ action: "answers.read", subjectKind: "consultation", subjectId: consultation.id, facts: { shown: responses.length } },
  });
  const words = wordsFor(args.context.language);
  return {
    title: titleOf(words.t("published-responses:preview.title", { title: within(consultation.title, words) }), args.context.language, partnership),
    ...{ partnership, consultation: { id: consultation.id, title: consultation.title }, nextAfter, isFirstPage: after === null },
    count: await countPublic(db(), extent, everything),
    responses: responses.map((response) => ({ ...response, closed: {}, excerpt: excerptFrom(response, asked.put, null), texts: response.texts.length })),
  };
}

export const handle = { width: "work" };
export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];

export default function PreviewResponsesPage() {
  const { partnership, consultation, nextAfter, isFirstPage, count, responses } = useLoaderData<typeof loader>();
  const { t, number } = useWords();
  const here = previewResponsesPath(partnership, consultation);
  return (
    <>
      <BackLink to={publishResponsesPath(partnership, consultation)} text={t("published-responses:preview.back")} />
      <PageHeading caption={<InLanguage text={consultation.title} />}>{t("published-responses:preview.heading")}</PageHeading>
      <p className="govuk-body">{t("published-responses:preview.lead", { number: number(count) })}</p>
      <ResponseList responses={responses} pathOf={(reference) => previewResponsePath(partnership, consultation, reference)} />
      <Pagination first={isFirstPage ? null : here} next={nextAfter === null ? null : { to: `${here}?after=${nextAfter}` }} />
    </>
  );
}
