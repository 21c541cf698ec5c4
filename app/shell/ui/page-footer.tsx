import { signInPath } from "#app/people/paths.ts";
import { ContactList, hasContact, type Contact } from "#app/shared/ui/contact-list.tsx";
import { PageLink } from "#app/shared/ui/page-link.tsx";
import { useWords } from "#app/shared/ui/words.tsx";

type PageFooterProps = { contact?: Contact | undefined; isSignedIn: boolean };

/** Help first, in the same place on every page (WCAG 2.2, 3.2.6), then how the site works. */
export function PageFooter({ contact, isSignedIn }: PageFooterProps) {
  const { t } = useWords();
  return (
    <footer className="page-footer">
      <div className="govuk-width-container">
        <section className="page-footer__help" aria-labelledby="help">
          <h2 className="govuk-heading-m" id="help">
            {t("shell:help.heading")}
          </h2>
          {hasContact(contact) ? (
            <>
              <p className="govuk-body">{t("shell:help.text")}</p>
              <ContactList contact={contact} />
            </>
          ) : (
            <p className="govuk-body">{t("shell:help.none")}</p>
          )}
        </section>
        <ul className="page-footer__list">
          <li>
            <PageLink to="/accessibility" className="page-footer__link">
              {t("shell:accessibility")}
            </PageLink>
          </li>
          <li>
            <PageLink to="/privacy" className="page-footer__link">
              {t("shell:privacy")}
            </PageLink>
          </li>
          <li>
            <PageLink to="/how-we-work" className="page-footer__link">
              {t("shell:howWeWork")}
            </PageLink>
          </li>
          {!isSignedIn && (
            <li>
              <PageLink to={signInPath()} className="page-footer__link">
                {t("shell:signIn")}
              </PageLink>
            </li>
          )}
        </ul>
        <p className="page-footer__small">{t("shell:software")}</p>
      </div>
    </footer>
  );
}
