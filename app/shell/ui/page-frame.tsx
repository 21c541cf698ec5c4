// What stands round every page, residents' and workers' alike.
import type { ReactNode } from "react";
import { demonstrationPeoplePath, outboxPath } from "#app/people/paths.ts";
import { textIn, type Text } from "#app/shared/languages.ts";
import type { Contact } from "#app/shared/ui/contact-list.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { PageLink } from "#app/shared/ui/page-link.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { LanguageSwitch, type LanguageLink } from "./language-switch.tsx";
import { Mark } from "./mark.tsx";
import { Navigation, type Place } from "./navigation.tsx";
import { PageFooter } from "./page-footer.tsx";

/** A logo's small picture and the same at twice the size, the size of the small one, and what it shows. */
export type LogoImage = { small: string; large: string; width: number; height: number; alt: Text };

export type PageFrameProps = {
  /** Absent on pages of the whole installation, and where a page failed before its partnership was known. */
  partnership?: { name: Text; path: string; logo?: LogoImage | null; contact?: Contact } | null | undefined;
  person?: { name: string } | null | undefined;
  /** The address of this page without its language. */
  path: string;
  places?: readonly Place[] | undefined;
  officePath?: string | null | undefined;
  officeRoot?: string | undefined;
  safeguardingPath?: string | null | undefined;
  languageLinks: readonly LanguageLink[];
  demonstration?: boolean;
  /** A work page uses the whole width of the window. */
  width?: "reading" | "work";
  children: ReactNode;
};

export function PageFrame({
  partnership,
  person,
  path,
  places,
  officePath,
  officeRoot,
  safeguardingPath,
  languageLinks,
  demonstration = false,
  width = "reading",
  children,
}: PageFrameProps) {
  const { t } = useWords();
  return (
    <div className={width === "work" ? "page page--work" : "page"}>
      <a href="#main" className="govuk-skip-link" data-module="govuk-skip-link">
        {t("shell:skip")}
      </a>
      <header>
        <div className="page-header">
          <div className="govuk-width-container page-header__line">
            <PageLink to={partnership?.path ?? "/"} className="page-header__home">
              {partnership?.logo ? <HeaderLogo logo={partnership.logo} /> : <Mark />}
              {partnership ? <InLanguage text={partnership.name} /> : t("shell:name")}
            </PageLink>
            <LanguageSwitch links={languageLinks} />
          </div>
        </div>
        <Navigation
          path={path}
          places={places}
          officePath={officePath}
          officeRoot={officeRoot}
          safeguardingPath={safeguardingPath}
          person={person}
        />
        {demonstration && (
          <div className="demonstration">
            <div className="govuk-width-container">
              <p>
                <strong>{t("shell:demonstration.name")}</strong> {t("shell:demonstration.text")}{" "}
                <PageLink to={demonstrationPeoplePath()}>{t("shell:demonstration.people")}</PageLink>{" "}
                <PageLink to={outboxPath()}>{t("shell:demonstration.outbox")}</PageLink>
              </p>
            </div>
          </div>
        )}
      </header>
      <div className={`govuk-width-container page__main${width === "work" ? " work" : ""}`}>
        <main className="govuk-main-wrapper" id="main" tabIndex={-1}>
          {children}
        </main>
      </div>
      <PageFooter contact={partnership?.contact} isSignedIn={Boolean(person)} />
    </div>
  );
}

function HeaderLogo({ logo: { small, large, width, height, alt } }: { logo: LogoImage }) {
  const { language } = useWords();
  const found = textIn(alt, language);
  return (
    <img
      className="page-header__logo"
      src={small}
      srcSet={`${small} 1x, ${large} 2x`}
      width={width}
      height={height}
      alt={found.text}
      lang={found.language === language ? undefined : found.language}
    />
  );
}
