import { useHref } from "@remix-run/react";
import { Button } from "#app/shared/ui/button.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { PageLink } from "#app/shared/ui/page-link.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import type { Text } from "#app/shared/languages.ts";
import { askedResponsesPath, bundlePath, findResponsesPath } from "../paths.ts";

type GivenProps = {
  partnership: { slug: string };
  requestId: string;
  consultations: readonly { id: string; title: Text; set: number | null; excluded: number }[];
  counted: Record<"all" | "undecided" | "disclose" | "redact" | "withhold", number>;
  isDecidable: boolean;
};

/** What the request is about, how far that is decided, and where what is given is fetched. */
export function Given({ partnership, requestId, consultations, counted, isDecidable }: GivenProps) {
  const { t, number } = useWords();
  const bundle = useHref(bundlePath(partnership, requestId));
  const { all, undecided, disclose, redact, withhold } = counted;
  const hasSet = consultations.some(({ set }) => set !== null);
  return (
    <>
      <h2 className="govuk-heading-m">{t("information-requests:given.heading")}</h2>
      <ul className="govuk-list govuk-list--bullet">
        {consultations.map(({ id, title, set, excluded }) => (
          <li key={id}>
            <InLanguage text={title} />
            {": "}
            {set === null ? t("information-requests:given.no-set") : t("information-requests:given.set", { set: number(set) })}
            {excluded > 0 && ` ${t("information-requests:given.excluded", { number: number(excluded) })}`}
          </li>
        ))}
      </ul>
      <p className="govuk-body">{t("information-requests:given.never")}</p>
      <p className="govuk-body">
        {all === 0 ? (
          t("information-requests:given.none")
        ) : (
          <PageLink to={askedResponsesPath(partnership, requestId, { show: undecided > 0 ? "undecided" : "all" })}>{t("information-requests:given.responses", { number: number(all), undecided: number(undecided) })}</PageLink>
        )}
      </p>
      {all > 0 && <p className="govuk-body">{t("information-requests:given.decided", { disclose: number(disclose), redact: number(redact), withhold: number(withhold) })}</p>}
      {isDecidable && hasSet && (
        <p className="govuk-body">
          <PageLink to={findResponsesPath(partnership, requestId)}>{t("information-requests:given.find")}</PageLink>
        </p>
      )}
      {isDecidable && undecided > 0 && (
        <form method="post" noValidate>
          <p className="govuk-body">{t("information-requests:given.cleared-hint")}</p>
          <Button name="deed" value="disclose-cleared" look="secondary">
            {t("information-requests:given.disclose-cleared")}
          </Button>
        </form>
      )}
      {all > 0 && undecided === 0 && (
        <p className="govuk-body">
          <a className="govuk-link" href={bundle}>
            {t("information-requests:given.bundle")}
          </a>
        </p>
      )}
      {undecided > 0 && <p className="govuk-body">{t("information-requests:given.bundle-later")}</p>}
    </>
  );
}
