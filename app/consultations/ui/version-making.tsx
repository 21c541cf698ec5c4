import type { Entries } from "#app/shared/edits.ts";
import type { Text } from "#app/shared/languages.ts";
import { Button, ButtonGroup, ButtonLink } from "#app/shared/ui/button.tsx";
import { FieldsInLanguages } from "#app/shared/ui/fields-in-languages.tsx";
import { InsetText } from "#app/shared/ui/inset-text.tsx";
import { PageLink } from "#app/shared/ui/page-link.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import type { Share } from "../launch-gate.ts";
import { errataPath, formPath, previewPath, trialPath, versionStepPath } from "../office-paths.ts";
import { reasonInput } from "../step-form.ts";
import type { SaidDifference, SaidEffect } from "../version-words.ts";
import { Differences } from "./differences.tsx";
import { LanguageDecisions } from "./language-decisions.tsx";
import { SaidInLanguages } from "./said-in-languages.tsx";
import { VersionEffects } from "./version-effects.tsx";

type Of = {
  partnership: { slug: string };
  consultation: { id: string };
  may: { design: boolean; publish: boolean; isInTime: boolean };
};

/** What a new version is for, and where it is begun. */
export function NoNewVersion({ partnership, consultation, may, isPublic }: Of & { isPublic: boolean }) {
  const { t } = useWords();
  return (
    <>
      <p className="govuk-body">{t("versions:lead")}</p>
      <ul className="govuk-list govuk-list--bullet">
        <li>{t("versions:lead-answers")}</li>
        <li>{t("versions:lead-drafts")}</li>
        <li>{t("versions:lead-somebody-else")}</li>
      </ul>
      <p className="govuk-body">
        {t("versions:lead-wording")} <PageLink to={errataPath(partnership, consultation)}>{t("correcting:heading")}</PageLink>
      </p>
      {!may.isInTime && <InsetText>{t(isPublic ? "versions:too-late" : "versions:not-public")}</InsetText>}
      {may.isInTime && !may.design && <InsetText>{t("versions:none-begun")}</InsetText>}
      {may.isInTime && may.design && (
        <form method="post" noValidate>
          <Button name="do" value="begin">
            {t("versions:begin")}
          </Button>
        </form>
      )}
    </>
  );
}

type Making = {
  number: number;
  /** The version that is asked now. */
  of: number;
  begun: { name: string | null; at: Date } | undefined;
  said: SaidDifference[];
  effects: SaidEffect[];
  responses: number;
  waits: boolean;
  drafts: { number: number; count: number }[];
  problems: string[];
  asked: Share[];
  reason: Text | null;
  /** What people are shown in languages it is not complete in. */
  offered: string[];
  entries: Entries;
  /** Whether whoever looks may publish it: nobody publishes their own. */
  isTheirs: boolean;
};

type InTheMakingProps = Of & { making: Making; typed: Entries | null; errors: { href: string; text: string }[] };

/** A version that is being written: what it changes, what that does, why, what is still missing, and the ways on. */
export function VersionInTheMaking({ partnership, consultation, may, making, typed, errors }: InTheMakingProps) {
  const { t, number, instant } = useWords();
  const { said, begun } = making;
  const of = [partnership, consultation] as const;
  const values = { version: number(making.number), now: number(making.of) };
  return (
    <>
      <p className="govuk-body-l">{t("versions:making", values)}</p>
      {begun && <p className="govuk-body">{t("versions:begun", { name: begun.name ?? t("life:history.gone"), at: instant(begun.at) })}</p>}
      {!may.isInTime && <InsetText>{t("versions:too-late-begun")}</InsetText>}
      <ul className="govuk-list">
        {may.design && may.isInTime && (
          <li>
            <PageLink to={formPath(...of)}>{t("versions:edit")}</PageLink>
          </li>
        )}
        <li>
          <PageLink to={previewPath(...of)}>{t("office:room.preview")}</PageLink>
        </li>
        <li>
          <PageLink to={trialPath(...of)}>{t("office:room.trial")}</PageLink>
        </li>
      </ul>
      <h2 className="govuk-heading-m">{t("versions:differs", values)}</h2>
      {said.length === 0 ? <p className="govuk-body">{t("versions:differs-nothing")}</p> : <Differences said={said} withReadings />}
      <h2 className="govuk-heading-m">{t("versions:effect.heading")}</h2>
      <VersionEffects {...making} version={making.number} />
      {may.design && may.isInTime && <Explaining asked={making.asked} entries={typed ?? making.entries} errors={errors} />}
      {!may.design && making.reason && (
        <>
          <h2 className="govuk-heading-m">{t("versions:reason")}</h2>
          <SaidInLanguages text={making.reason} />
        </>
      )}
      <Publishing {...{ partnership, consultation, may, making }} />
    </>
  );
}

type ExplainingProps = { asked: readonly Share[]; entries: Entries; errors: readonly { href: string; text: string }[] };

/** Why there is a new version, and what is done about languages it is not complete in. */
function Explaining({ asked, entries, errors }: ExplainingProps) {
  const { t } = useWords();
  const errorOf = (input: string) => errors.find(({ href }) => href === `#${input}`)?.text;
  return (
    <form method="post" noValidate>
      <FieldsInLanguages
        name="reason"
        rows={3}
        legend={t("versions:reason")}
        hint={t("versions:reason-hint")}
        valueOf={(language) => entries[reasonInput(language)] ?? ""}
        errorOf={(language) => errorOf(reasonInput(language))}
      />
      <LanguageDecisions asked={asked} entries={entries} errorOf={errorOf} />
      <Button name="do" value="explain" look="secondary">
        {t("versions:save")}
      </Button>
    </form>
  );
}

/** What people will be shown, what still refuses it, and the ways on. */
function Publishing({ partnership, consultation, may, making }: Of & { making: Making }) {
  const { t, number } = useWords();
  const { problems } = making;
  const of = [partnership, consultation] as const;
  const values = { version: number(making.number), now: number(making.of) };
  const mayPublish = problems.length === 0 && making.isTheirs && may.isInTime;
  return (
    <>
      <h2 className="govuk-heading-m">{t("versions:publish.heading", values)}</h2>
      {making.offered.map((text) => (
        <p key={text} className="govuk-body">
          {text}
        </p>
      ))}
      {problems.length > 0 && (
        <>
          <p className="govuk-body">{t("versions:publish.refused")}</p>
          <ul className="govuk-list govuk-list--bullet">
            {problems.map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        </>
      )}
      {problems.length === 0 && !making.isTheirs && <InsetText>{t(may.publish ? "versions:publish.own-work" : "versions:publish.by-approver")}</InsetText>}
      <ButtonGroup>
        {mayPublish && <ButtonLink to={versionStepPath(...of, "publish")}>{t("versions:publish.link", values)}</ButtonLink>}
        <ButtonLink to={versionStepPath(...of, "abandon")} look="secondary">
          {t("versions:abandon.link")}
        </ButtonLink>
      </ButtonGroup>
    </>
  );
}
