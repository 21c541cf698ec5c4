import { PageLink } from "#app/shared/ui/page-link.tsx";
import { useWords } from "#app/shared/ui/words.tsx";

/** How to reach the partnership; what it has not given is absent. */
export type Contact = { telephone?: string | undefined; email?: string | undefined; post?: string | undefined };

type PageFooterProps = { contact?: Contact | undefined; signInPath?: string | undefined };

/** Help first, in the same place on every page (WCAG 2.2, 3.2.6), then how the site works. */
export function PageFooter({ contact, signInPath }: PageFooterProps) {
  const { t } = useWords();
  const hasContact = contact?.telephone || contact?.email || contact?.post;
  return (
    <footer className="page-footer">
      <div className="govuk-width-container">
        <section className="page-footer__help" aria-labelledby="help">
          <h2 className="govuk-heading-m" id="help">
            {t("shell:help.heading")}
          </h2>
          {hasContact ? (
            <>
              <p className="govuk-body">{t("shell:help.text")}</p>
              <ul className="contact">
                {contact.telephone && (
                  <li>
                    <strong>{t("shell:help.telephone")}</strong>{" "}
                    <a className="page-footer__link" href={`tel:${contact.telephone.replaceAll(/[^+\d]/g, "")}`}>
                      <bdi>{contact.telephone}</bdi>
                    </a>
                  </li>
                )}
                {contact.email && (
                  <li>
                    <strong>{t("shell:help.email")}</strong>{" "}
                    <a className="page-footer__link" href={`mailto:${contact.email}`}>
                      <bdi>{contact.email}</bdi>
                    </a>
                  </li>
                )}
                {contact.post && (
                  <li>
                    <strong>{t("shell:help.post")}</strong> <bdi>{contact.post}</bdi>
                  </li>
                )}
              </ul>
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
          {signInPath && (
            <li>
              <PageLink to={signInPath} className="page-footer__link">
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
