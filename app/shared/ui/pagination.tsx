import { PageLink } from "./page-link.tsx";
import { useWords } from "./words.tsx";

type Neighbour = { to: string; label?: string };

type PaginationProps = {
  /** Where the list begins, for one that is not paged backwards. */
  first?: string | null;
  previous?: Neighbour | null;
  next?: Neighbour | null;
};

/** Previous and next of a list paged by key; the label under each says what is there. Draws nothing on a list of one page. */
export function Pagination({ first, previous, next }: PaginationProps) {
  const { t } = useWords();
  const back = first ? { to: first, label: t("shared:pagination.beginning") } : previous;
  if (!back && !next) return null;
  return (
    <nav className="govuk-pagination govuk-pagination--block" aria-label={t("shared:pagination.pages")}>
      {back && (
        <div className="govuk-pagination__prev">
          <PageLink to={back.to} className="govuk-link govuk-pagination__link" rel="prev">
            <Arrow
              side="prev"
              path="m6.5938-0.0078125-6.7266 6.7266 6.7441 6.4062 1.377-1.449-4.1856-3.9768h12.896v-2h-12.984l4.2931-4.293-1.414-1.414z"
            />
            <Title text={t("shared:pagination.previous")} label={back.label} />
          </PageLink>
        </div>
      )}
      {next && (
        <div className="govuk-pagination__next">
          <PageLink to={next.to} className="govuk-link govuk-pagination__link" rel="next">
            <Arrow
              side="next"
              path="m8.107-0.0078125-1.4136 1.414 4.2926 4.293h-12.986v2h12.896l-4.1855 3.9766 1.377 1.4492 6.7441-6.4062-6.7246-6.7266z"
            />
            <Title text={t("shared:pagination.next")} label={next.label} />
          </PageLink>
        </div>
      )}
    </nav>
  );
}

function Title({ text, label }: { text: string; label?: string | undefined }) {
  return (
    <>
      <span
        className={
          label ? "govuk-pagination__link-title" : "govuk-pagination__link-title govuk-pagination__link-title--decorated"
        }
      >
        {text}
      </span>
      {label && (
        <>
          <span className="govuk-visually-hidden">:</span>
          <bdi className="govuk-pagination__link-label">{label}</bdi>
        </>
      )}
    </>
  );
}

function Arrow({ side, path }: { side: "prev" | "next"; path: string }) {
  return (
    <svg
      className={`govuk-pagination__icon govuk-pagination__icon--${side}`}
      xmlns="http://www.w3.org/2000/svg"
      height="13"
      width="15"
      viewBox="0 0 15 13"
      aria-hidden="true"
      focusable="false"
    >
      <path d={path} />
    </svg>
  );
}
