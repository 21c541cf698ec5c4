import { useHref } from "@remix-run/react";
import { signInPath } from "#app/people/paths.ts";
import { ContactList, hasContact, type Contact } from "#app/shared/ui/contact-list.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { PageLink } from "#app/shared/ui/page-link.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import type { Translate } from "#app/shared/words.ts";

type ErrorPageProps = {
  status: number;
  homePath?: string;
  /** Names the request in the log; shown where somebody may have to look it up. */
  reference?: string | undefined;
  /** For a page of those who sit on a body: whom to ask, and where whoever does not sit came from. */
  forMembers?: { contact: Contact | undefined; backPath: string } | undefined;
};

/** What happened, what was kept and what to do, in plain words. */
export function ErrorPage({ status, homePath = "/", reference, forMembers }: ErrorPageProps) {
  const { t } = useWords();
  const signInAt = useHref(signInPath());
  const { title, happened, kept, next } = errorTexts(t, status, forMembers !== undefined);
  return (
    <>
      <PageHeading>{title}</PageHeading>
      <p className="govuk-body">{happened}</p>
      <p className="govuk-body">{kept}</p>
      <p className="govuk-body">{next}</p>
      {hasContact(forMembers?.contact) && <ContactList contact={forMembers.contact} />}
      {forMembers && (
        <p className="govuk-body">
          <PageLink to={forMembers.backPath}>{t("shell:error.for-members.back")}</PageLink>
        </p>
      )}
      {reference && status >= 500 && (
        <p className="govuk-body">
          {t("shell:error.reference")} <strong dir="ltr">{reference}</strong>
        </p>
      )}
      <p className="govuk-body">
        {status === 401 ? (
          <a className="govuk-link" href={signInAt} target="_blank" rel="noopener">
            {t("shell:error.signed-out.sign-in")}
          </a>
        ) : (
          <PageLink to={homePath}>{t("shell:error.home")}</PageLink>
        )}
      </p>
    </>
  );
}

type ErrorTexts = { title: string; happened: string; kept: string; next: string };

/** The words for a status; its `title` is also the page's title. */
export function errorTexts(t: Translate, status: number, isForMembers = false): ErrorTexts {
  if (isForMembers)
    return {
      title: t("shell:error.for-members.title"),
      happened: t("shell:error.for-members.happened"),
      kept: t("shell:error.for-members.kept"),
      next: t("shell:error.for-members.next"),
    };
  switch (status) {
    case 401:
      return {
        title: t("shell:error.signed-out.title"),
        happened: t("shell:error.signed-out.happened"),
        kept: t("shell:error.signed-out.kept"),
        next: t("shell:error.signed-out.next"),
      };
    case 403:
      return {
        title: t("shell:error.forbidden.title"),
        happened: t("shell:error.forbidden.happened"),
        kept: t("shell:error.forbidden.kept"),
        next: t("shell:error.forbidden.next"),
      };
    case 404:
    case 410:
      return {
        title: t("shell:error.missing.title"),
        happened: t("shell:error.missing.happened"),
        kept: t("shell:error.missing.kept"),
        next: t("shell:error.missing.next"),
      };
    case 413:
      return {
        title: t("shell:error.large.title"),
        happened: t("shell:error.large.happened"),
        kept: t("shell:error.large.kept"),
        next: t("shell:error.large.next"),
      };
    case 429:
      return {
        title: t("shell:error.many.title"),
        happened: t("shell:error.many.happened"),
        kept: t("shell:error.many.kept"),
        next: t("shell:error.many.next"),
      };
    case 503:
      return {
        title: t("shell:error.busy.title"),
        happened: t("shell:error.busy.happened"),
        kept: t("shell:error.busy.kept"),
        next: t("shell:error.busy.next"),
      };
  }
  if (status >= 400 && status < 500)
    return {
      title: t("shell:error.unread.title"),
      happened: t("shell:error.unread.happened"),
      kept: t("shell:error.unread.kept"),
      next: t("shell:error.unread.next"),
    };
  return {
    title: t("shell:error.fault.title"),
    happened: t("shell:error.fault.happened"),
    kept: t("shell:error.fault.kept"),
    next: t("shell:error.fault.next"),
  };
}
