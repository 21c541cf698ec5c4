import { directionOf, type Language, type Text } from "#app/shared/languages.ts";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { StatementText } from "./statement-text.tsx";

type Candidate = {
  id: string;
  number: number;
  name: string;
  organisation: Text;
  statement: Text;
  conflicts: string;
  service: string;
  language: Language;
  isForReserve: boolean;
  photo: { path: string; alt: Text } | null;
};

/** Candidates one under the other: photograph or a placeholder of the same size, name, organisation and their own words. */
export function CandidateList({ candidates }: { candidates: readonly Candidate[] }) {
  const { t, number } = useWords();
  return (
    <ol className="candidates">
      {candidates.map((one) => (
        <li key={one.id} className="candidates__one" id={`candidate-${one.number}`}>
          <Photo photo={one.photo} language={one.language} />
          <div className="candidates__words">
            <h2 className="govuk-heading-m govuk-!-margin-bottom-1">
              {number(one.number)}. <bdi>{one.name}</bdi>
            </h2>
            {Object.keys(one.organisation).length > 0 && (
              <p className="govuk-body">
                <InLanguage text={one.organisation} />
              </p>
            )}
            {one.isForReserve && <p className="govuk-body govuk-!-font-weight-bold">{t("candidates:list.reserve")}</p>}
            <StatementText text={one.statement} />
            {(["conflicts", "service"] as const).map((what) => (
              <div key={what}>
                <h3 className="govuk-heading-s govuk-!-margin-bottom-1">{t(`candidates:list.${what}`)}</h3>
                {one[what] === "" ? (
                  <p className="govuk-body">{t(`candidates:list.no-${what}`)}</p>
                ) : (
                  <p className="govuk-body plain-text" lang={one.language} dir={directionOf(one.language)}>
                    {one[what]}
                  </p>
                )}
              </div>
            ))}
          </div>
        </li>
      ))}
    </ol>
  );
}

function Photo({ photo, language }: Pick<Candidate, "photo" | "language">) {
  const { t } = useWords();
  if (photo === null) {
    return (
      <div className="candidate-photo candidate-photo--none">
        <span>{t("candidates:list.no-photo")}</span>
      </div>
    );
  }
  return <img className="candidate-photo" src={photo.path} alt={photo.alt[language] ?? ""} lang={language} width={160} height={160} loading="lazy" />;
}
