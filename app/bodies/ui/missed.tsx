// Who has missed how many meetings in a row without an apology.
import { ButtonLink } from "#app/shared/ui/button.tsx";
import { InsetText } from "#app/shared/ui/inset-text.tsx";
import { PageLink } from "#app/shared/ui/page-link.tsx";
import { Tag } from "#app/shared/ui/tag.tsx";
import { useWords } from "#app/shared/ui/words.tsx";

/** Of one seat; with the way to say that it is free, where the body's rule lets it. */
export function Missed({ missed, askPath }: { missed: number; askPath: string | null }) {
  const { t, number } = useWords();
  if (missed === 0) return null;
  return (
    <InsetText>
      <p className="govuk-body">{t("seats:missed.of-one", { count: missed, number: number(missed) })}</p>
      {askPath && (
        <ButtonLink to={askPath} look="secondary">
          {t("seats:missed.declare")}
        </ButtonLink>
      )}
    </InsetText>
  );
}

/** Of a body, those who missed most first. */
export function MissedList({ missing }: { missing: readonly { path: string; name: string; missed: number; isFree: boolean }[] }) {
  const { t, number } = useWords();
  if (missing.length === 0) return null;
  return (
    <>
      <h3 className="govuk-heading-s">{t("seats:missed.title")}</h3>
      <ul className="govuk-list govuk-list--bullet">
        {missing.map(({ path, name, missed, isFree }) => (
          <li key={path}>
            <PageLink to={path}>
              <bdi>{name === "" ? t("seats:nameless") : name}</bdi>
            </PageLink>
            : {t("seats:missed.count", { count: missed, number: number(missed) })} {isFree && <Tag colour="red">{t("seats:missed.free")}</Tag>}
          </li>
        ))}
      </ul>
    </>
  );
}
