import { Button } from "#app/shared/ui/button.tsx";
import { PageLink } from "#app/shared/ui/page-link.tsx";
import { SummaryList } from "#app/shared/ui/summary-list.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { WarningText } from "#app/shared/ui/warning-text.tsx";

type Checked = {
  startedAt: string;
  entries: number;
  passed: number;
  isUnderWay: boolean;
  finishedAt: string | null;
  found: {
    seals: number;
    entries: number;
    brokenSeals: number;
    broken: readonly { fromEntryId: string; toEntryId: string; why: "entries" | "chain" }[];
    sealedUntil: string | null;
    newestHash: string | null;
    unsealed: number;
  } | null;
};

/** Whether the log is as it was written: the last check of its seals, how far it is or what it found, and a button for another. */
export function SealCheck({ check, lookAgainAt }: { check: Checked | null; lookAgainAt: string }) {
  const { t, number } = useWords();
  return (
    <section id="check" aria-labelledby="check-heading">
      <h2 className="govuk-heading-m" id="check-heading">
        {t("audit:check.heading")}
      </h2>
      <p className="govuk-body">{t("audit:check.text")}</p>
      {check && !check.found && (
        <>
          <p className="govuk-body">
            {t("audit:check.under-way", { at: check.startedAt, passed: number(check.passed), entries: number(check.entries) })}
          </p>
          <p className="govuk-body">
            <PageLink to={`${lookAgainAt}#check`}>{t("audit:check.again")}</PageLink>
          </p>
        </>
      )}
      {check?.found && <Found found={check.found} finishedAt={check.finishedAt} />}
      {!check?.isUnderWay && (
        <form method="post" noValidate>
          <Button look="secondary" name="deed" value="check">
            {t("audit:check.begin")}
          </Button>
        </form>
      )}
    </section>
  );
}

function Found({ found, finishedAt }: { found: NonNullable<Checked["found"]>; finishedAt: string | null }) {
  const { t, number } = useWords();
  const none = t("audit:none");
  return (
    <>
      {found.brokenSeals === 0 ? (
        <p className="govuk-body govuk-!-font-weight-bold">{t(found.seals === 0 ? "audit:check.nothing" : "audit:check.holds")}</p>
      ) : (
        <>
          <WarningText>{t("audit:check.broken")}</WarningText>
          <ul className="govuk-list govuk-list--bullet">
            {found.broken.map(({ fromEntryId, toEntryId, why }) => (
              <li key={toEntryId}>{t(`audit:check.why.${why}`, { from: fromEntryId, to: toEntryId })}</li>
            ))}
          </ul>
        </>
      )}
      <SummaryList
        rows={[
          { key: "finished", label: t("audit:check.finished"), value: finishedAt ?? none },
          { key: "until", label: t("audit:check.until"), value: found.sealedUntil ?? none },
          { key: "entries", label: t("audit:check.entries"), value: number(found.entries) },
          { key: "seals", label: t("audit:check.seals"), value: number(found.seals) },
          { key: "broken", label: t("audit:check.broken-seals"), value: number(found.brokenSeals) },
          { key: "unsealed", label: t("audit:check.unsealed"), value: number(found.unsealed) },
          { key: "hash", label: t("audit:check.hash"), value: <bdi>{found.newestHash ?? none}</bdi> },
        ]}
      />
    </>
  );
}
