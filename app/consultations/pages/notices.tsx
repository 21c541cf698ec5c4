// The notices of a consultation for everybody: what is done with what people tell, and who may see it, now and before.
import { data, type HeadersFunction, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { findPartnership } from "#app/partnerships/store.server.ts";
import { db } from "#app/shared/db.server.ts";
import { keepPage } from "#app/shared/published-pages.server.ts";
import { titleOf } from "#app/shared/title.ts";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import { noticeKinds } from "../notice.ts";
import { listNotices } from "../notices.store.server.ts";
import { consultationPath } from "../paths.ts";
import { findConsultation } from "../store.server.ts";
import { NoticeVersions } from "../ui/notice-versions.tsx";

export async function loader({ params, context }: LoaderFunctionArgs) {
  const { language, now } = context;
  const partnership = await findPartnership(db(), params.partnership);
  const consultation = await findConsultation(db(), partnership.id, params.consultation);
  const notices = await Promise.all(noticeKinds.map(async (kind) => ({ kind, versions: await listNotices(db(), consultation, kind) })));
  const title = titleOf(wordsFor(language).t("consultations:notices.title"), language, partnership);
  return data({ title, partnership, consultation, notices }, { headers: keepPage(partnership.id, now) });
}

export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders;
export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];

export default function NoticesPage() {
  const { partnership, consultation, notices } = useLoaderData<typeof loader>();
  const { t } = useWords();
  return (
    <>
      <BackLink to={consultationPath(partnership, consultation)} />
      <PageHeading caption={<InLanguage text={consultation.title} />}>{t("consultations:notices.title")}</PageHeading>
      {notices.map(({ kind, versions }) => (
        <section key={kind} aria-labelledby={kind}>
          <h2 className="govuk-heading-m" id={kind}>
            {t(kind === "privacy" ? "consultations:privacy-notice.heading" : "consultations:disclosure.heading")}
          </h2>
          <NoticeVersions notices={versions} />
        </section>
      ))}
    </>
  );
}
