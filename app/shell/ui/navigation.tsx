import { useHref } from "@remix-run/react";
import { accountPath, signOutPath } from "#app/people/paths.ts";
import { PageLink } from "#app/shared/ui/page-link.tsx";
import { useWords } from "#app/shared/ui/words.tsx";

/** Where one can go, under its words `shell:place.<name>`. */
export type Place = { name: string; path: string };

export type NavigationProps = {
  /** The address of this page without its language, to mark where one is. */
  path: string;
  /** What everybody reads there, and what is somebody's own, in the order shown. */
  places?: readonly Place[] | undefined;
  /** For those who have work to do there. */
  officePath?: string | null | undefined;
  /** Under which all pages of the office lie. */
  officeRoot?: string | undefined;
  /** For those to whom answers are raised that show somebody at risk. */
  safeguardingPath?: string | null | undefined;
  person?: { name: string } | null | undefined;
};

/** Where one can go from any page, and who is signed in. Draws nothing when there is nothing to go to. */
export function Navigation({ path, places = [], officePath, officeRoot, safeguardingPath, person }: NavigationProps) {
  const { t } = useWords();
  const signOut = useHref(signOutPath);
  if (places.length === 0 && !officePath && !person) return null;
  return (
    <div className="page-nav">
      <div className="govuk-width-container page-nav__line">
        <nav aria-label={t("shell:menu")}>
          <ul className="page-nav__list">
            {places.map((place) => (
              <Item key={place.name} to={place.path} path={path} text={t(`shell:place.${place.name}`)} />
            ))}
            {officePath && <Item to={officePath} root={officeRoot} path={path} text={t("shell:office")} except={safeguardingPath} />}
            {safeguardingPath && <Item to={safeguardingPath} path={path} text={t("shell:safeguarding")} />}
          </ul>
        </nav>
        {person && (
          <form className="page-nav__person" method="post" action={signOut}>
            <PageLink to={accountPath()}>{t("shell:signedInAs", { name: person.name })}</PageLink>
            <button type="submit" className="link-button">
              {t("shell:signOut")}
            </button>
          </form>
        )}
      </div>
    </div>
  );
}

type ItemProps = { to: string; root?: string | undefined; path: string; text: string; except?: string | null | undefined };

function Item({ to, root = to, path, text, except }: ItemProps) {
  const isHere = path === to;
  const lies = (under: string) => path === under || path.startsWith(`${under}/`);
  const isWithin = lies(root) && !(except && lies(except));
  return (
    <li className={isWithin ? "page-nav__item page-nav__item--current" : "page-nav__item"}>
      <PageLink to={to} className="page-nav__link" aria-current={isHere ? "page" : isWithin ? "true" : undefined}>
        {text}
      </PageLink>
    </li>
  );
}
