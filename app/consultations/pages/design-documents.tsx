// The documents of a consultation for its officers: their order, what they lack for some readers, and their earlier files.
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useHref, useLoaderData } from "@remix-run/react";
import { within } from "#app/forms/wording.ts";
import { db, inTransaction } from "#app/shared/db.server.ts";
import { readForm } from "#app/shared/form-body.server.ts";
import { languageNamed, textIn } from "#app/shared/languages.ts";
import { dropPublishedPages } from "#app/shared/published-pages.server.ts";
import { badRequest } from "#app/shared/responses.server.ts";
import { titleOf } from "#app/shared/title.ts";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { Button, ButtonGroup, ButtonLink } from "#app/shared/ui/button.tsx";
import { Confirming } from "#app/shared/ui/confirming.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { InsetText } from "#app/shared/ui/inset-text.tsx";
import { NotificationBanner } from "#app/shared/ui/notification-banner.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { ways } from "#app/shared/way.ts";
import { wordsFor } from "#app/shared/words.server.ts";
import { recordSupplement } from "../changes.store.server.ts";
import { lacksOf } from "../consultation-document.ts";
import { findDocument, listDocuments, moveDocument, removeDocument } from "../documents.store.server.ts";
import { isSupplementable, mayDesign, maySeeOffice } from "../office-policy.ts";
import { findForOffice } from "../office.server.ts";
import { designDocumentsPath, officeConsultationPath } from "../office-paths.ts";
import { holdConsultation } from "../store.server.ts";
import { DocumentFiles } from "../ui/documents.tsx";

const deeds = ["up", "down", "remove"] as const;
const dones = ["saved", "moved", "removed", "over"] as const;

export async function loader(args: LoaderFunctionArgs) {
  const { language, now } = args.context;
  const words = wordsFor(language);
  const { partnership, consultation, roles } = await findForOffice(args, maySeeOffice);
  const documents = await listDocuments(db(), consultation);
  const search = new URL(args.request.url).searchParams;
  const mayChange = mayDesign(roles) && isSupplementable(consultation, now);
  const removing = mayChange ? (documents.find(({ id }) => id === search.get("remove")) ?? null) : null;
  const heading = removing ? words.t("prepare:documents.ask", { title: within(removing.title, words) }) : words.t("prepare:documents.title-of", { title: within(consultation.title, words) });
  return {
    title: titleOf(heading, language, partnership),
    ...{ partnership, consultation, documents, mayChange, removing },
    isPublic: consultation.publishedAt !== null,
    lacks: lacksOf(documents, consultation.languages),
    done: dones.find((done) => search.has(done)) ?? null,
  };
}

export async function action(args: ActionFunctionArgs) {
  const { now } = args.context;
  const { partnership, consultation, signedIn } = await findForOffice(args, mayDesign);
  const form = await readForm(args.request);
  const deed = deeds.find((one) => one === form.get("deed"));
  const id = form.get("document");
  if (!deed || !id) throw badRequest();
  const here = designDocumentsPath(partnership, consultation);
  const done = await inTransaction(async (transaction) => {
    const held = await holdConsultation(transaction, partnership.id, consultation.id);
    if (!isSupplementable(held, now)) return "over";
    const document = await findDocument(transaction, held, id);
    const facts = { documentId: id, fileId: document.file.id };
    if (deed === "remove") {
      await removeDocument(transaction, held, document);
      await recordSupplement(transaction, held, { personId: signedIn.personId, now, kind: "document-removed", name: document.title, facts });
      return "removed";
    }
    await moveDocument(transaction, held, id, deed === "up" ? -1 : 1);
    await dropPublishedPages(transaction, partnership.id);
    return "moved";
  });
  return redirect(done === "moved" ? `${here}?moved#document-${id}` : `${here}?${done}`);
}

export const handle = { width: "work" };
export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];

export default function DesignDocumentsPage() {
  const { partnership, consultation, documents, mayChange, removing, isPublic, lacks, done } = useLoaderData<typeof loader>();
  const { t, language } = useWords();
  const here = designDocumentsPath(partnership, consultation);
  const action = useHref(here);
  if (removing) {
    return (
      <Confirming
        question={t("prepare:documents.ask", { title: textIn(removing.title, language).text })}
        consequence={t(isPublic ? "prepare:documents.ask-public" : "prepare:documents.ask-text")}
        yes={{ name: "deed", value: "remove", text: t("prepare:documents.ask-yes") }}
        no={t("prepare:documents.ask-no")}
        backTo={here}
        fields={{ document: removing.id }}
      />
    );
  }
  return (
    <>
      <BackLink to={officeConsultationPath(partnership, consultation)} text={t("prepare:to-consultation")} />
      {done && <NotificationBanner kind={done === "over" ? "important" : "success"}>{t(`prepare:documents.done.${done}`)}</NotificationBanner>}
      <PageHeading caption={<InLanguage text={consultation.title} />}>{t("prepare:documents.title")}</PageHeading>
      {!mayChange && <InsetText>{t("prepare:over")}</InsetText>}
      {mayChange && isPublic && <InsetText>{t("prepare:shown-dated")}</InsetText>}
      {documents.length === 0 && <p className="govuk-body">{t("prepare:documents.empty")}</p>}
      <ol className="points">
        {documents.map((document, index) => {
          const name = <span className="govuk-visually-hidden"> {textIn(document.title, language).text}</span>;
          return (
            <li key={document.id} id={`document-${document.id}`} tabIndex={-1}>
              <p className="govuk-body">
                <DocumentFiles {...{ partnership, consultation, document, isPublic }} />
              </p>
              {mayChange && (
                <form method="post" action={action} noValidate>
                  <input type="hidden" name="document" value={document.id} />
                  <ButtonGroup>
                    <ButtonLink look="secondary" to={designDocumentsPath(partnership, consultation, document.id)}>
                      {t("prepare:documents.change")}
                      {name}
                    </ButtonLink>
                    {ways.filter((way) => index !== (way === "up" ? 0 : documents.length - 1)).map((way) => (
                      <Button key={way} look="secondary" name="deed" value={way}>
                        {t(`prepare:points.${way}`)}
                        {name}
                      </Button>
                    ))}
                    <ButtonLink look="secondary" to={`${here}?remove=${document.id}`}>
                      {t("prepare:points.remove")}
                      {name}
                    </ButtonLink>
                  </ButtonGroup>
                </form>
              )}
            </li>
          );
        })}
      </ol>
      {mayChange && <ButtonLink to={designDocumentsPath(partnership, consultation, "new")}>{t("prepare:document.add")}</ButtonLink>}
      {lacks.formats.length + lacks.languages.length > 0 && (
        <section aria-labelledby="lacks">
          <h2 className="govuk-heading-m" id="lacks">
            {t("prepare:lacks.heading")}
          </h2>
          <p className="govuk-body">{t("prepare:lacks.text")}</p>
          <ul className="govuk-list govuk-list--bullet">
            {lacks.languages.map((one) => (
              <li key={one}>{t("prepare:lacks.language", { language: languageNamed(one, language) })}</li>
            ))}
            {lacks.formats.map((format) => (
              <li key={format}>{t(`prepare:lacks.${format}`)}</li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
