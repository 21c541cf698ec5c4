// Decisions in a list, each with whose it is and where it stands.
import type { Text } from "#app/shared/languages.ts";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { PageLink } from "#app/shared/ui/page-link.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import type { DecisionState, Outcome, Topic } from "../decision.ts";
import { StateTag } from "./state-tag.tsx";

type ListedDecision = { id: string; title: Text; body: Text; state: DecisionState; outcome: Outcome | null; decidedOn?: string | null; topic?: Topic };

type DecisionCardsProps = { decisions: readonly ListedDecision[]; pathOf: (decision: { id: string }) => string; level?: 2 | 3 };

/** The day and what it is about are shown where they are given. */
export function DecisionCards({ decisions, pathOf, level = 2 }: DecisionCardsProps) {
  const { t, date } = useWords();
  const Heading = `h${level}` as const;
  return (
    <ul className="cards">
      {decisions.map((one) => (
        <li key={one.id} className="card">
          <Heading className="card__title">
            <PageLink to={pathOf(one)}>
              <InLanguage text={one.title} />
            </PageLink>
          </Heading>
          <p className="govuk-body">
            <StateTag state={one.state} outcome={one.outcome} />
          </p>
          <p className="govuk-body-s">
            <InLanguage text={one.body} />
            {one.decidedOn && (
              <>
                <br />
                {date(one.decidedOn)}
              </>
            )}
            {one.topic && (
              <>
                <br />
                {t(`decisions:topic.${one.topic}`)}
              </>
            )}
          </p>
        </li>
      ))}
    </ul>
  );
}
