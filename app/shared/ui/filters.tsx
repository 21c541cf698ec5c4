import { PageLink } from "./page-link.tsx";

type FiltersProps = {
  /** What the links are together. */
  label: string;
  shown: string;
  choices: readonly { value: string; text: string; to: string }[];
};

/** What a list can be narrowed to, each as a link, the one that is shown marked. */
export function Filters({ label, shown, choices }: FiltersProps) {
  return (
    <nav className="filters" aria-label={label}>
      <ul className="page-nav__list">
        {choices.map(({ value, text, to }) => (
          <li key={value} className={value === shown ? "page-nav__item page-nav__item--current" : "page-nav__item"}>
            <PageLink to={to} className="page-nav__link" aria-current={value === shown ? "page" : undefined}>
              {text}
            </PageLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
