import { textIn } from "#app/shared/languages.ts";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { PageLink } from "#app/shared/ui/page-link.tsx";
import { StepButtons } from "#app/shared/ui/step-buttons.tsx";
import { Tag } from "#app/shared/ui/tag.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import type { Way } from "#app/shared/way.ts";
import type { OutlinedQuestion, OutlinedSection } from "../outline.ts";
import { conditionPath, newQuestionPath, questionPath, sectionPath } from "../paths.ts";
import type { RoutingNote } from "../routing-notes.ts";
import { ShownWhen } from "./shown-when.tsx";

type OutlineProps = {
  sections: readonly OutlinedSection[];
  of: readonly [partnership: { slug: string }, consultation: { id: string }];
  isEditable: boolean;
  /** What was just changed, where the keyboard goes on. */
  focus: { id: string; way: Way | null } | null;
  routing: Readonly<Record<string, RoutingNote>>;
};

/** Every section with its questions, each a way to its page and up and down by one. */
export function Outline({ sections, of, isEditable, focus, routing }: OutlineProps) {
  const { t } = useWords();
  return (
    <form method="post" noValidate>
      {sections.map((section) => (
        <section key={section.id} className="outline-section" id={`row-${section.id}`} aria-labelledby={`heading-${section.id}`}>
          <h2 className="govuk-heading-m" id={`heading-${section.id}`}>
            <InLanguage text={section.heading} />
          </h2>
          <div className="outline-row__deeds">
            <Marks part={section} />
            <PageLink to={sectionPath(...of, section.id)} {...focusOn(section, focus)}>
              {t(isEditable ? "editing:form.change-section" : "editing:form.see-section")}
              <Hidden part={section.heading} />
            </PageLink>
            {isEditable && routing[section.id]?.mayHang && <WhenLink path={conditionPath(...of, section.id)} part={section.heading} />}
            {isEditable && <Steps kind="section" part={section} text={section.heading} focus={focus} />}
          </div>
          <ShownWhen note={routing[section.id]} />
          <ol className="outline-questions">
            {section.questions.map((question) => (
              <li key={question.id} id={`row-${question.id}`} className="outline-row">
                <Question question={question} path={questionPath(...of, question.id)} focus={focus} />
                <div className="outline-row__deeds">
                  <span className="outline-row__type">{t(`editing:type.${question.type}.name`)}</span>
                  <Marks part={question} />
                  {isEditable && routing[question.id]?.mayHang && <WhenLink path={conditionPath(...of, question.id)} part={question.label} />}
                  {isEditable && <Steps kind="question" part={question} text={question.label} focus={focus} />}
                </div>
                <ShownWhen note={routing[question.id]} />
              </li>
            ))}
          </ol>
          {isEditable && (
            <p className="govuk-body">
              <PageLink to={newQuestionPath(...of, { section: section.id, after: section.questions.at(-1)?.id ?? null })}>
                {t("editing:form.add-question")}
                <Hidden part={section.heading} />
              </PageLink>
            </p>
          )}
        </section>
      ))}
    </form>
  );
}

function Question({ question, path, focus }: { question: OutlinedQuestion; path: string; focus: OutlineProps["focus"] }) {
  const { t } = useWords();
  return (
    <PageLink to={path} {...focusOn(question, focus)}>
      {question.number !== null && <>{t("forms:numbered", { number: question.number })} </>}
      <InLanguage text={question.label} />
    </PageLink>
  );
}

/** A link is where the keyboard goes on unless a button is. */
function focusOn({ id }: { id: string }, focus: OutlineProps["focus"]) {
  return focus?.id === id && focus.way === null ? { autoFocus: true, "aria-describedby": "said" } : {};
}

function Steps({ kind, part, text, focus }: { kind: "section" | "question"; part: { id: string; ways: Way[] }; text: OutlinedQuestion["label"]; focus: OutlineProps["focus"] }) {
  const { language } = useWords();
  return (
    <StepButtons
      name={textIn(text, language).text}
      valueOf={(way) => `${way} ${kind} ${part.id}`}
      mayGo={(way) => part.ways.includes(way)}
      moved={focus?.id === part.id ? focus.way : null}
    />
  );
}

function Marks({ part: { isConditional, missing } }: { part: { isConditional: boolean; missing: OutlinedQuestion["missing"] } }) {
  const { t } = useWords();
  return (
    <>
      {isConditional && <Tag colour="grey">{t("editing:form.conditional")}</Tag>}
      {missing.map((language) => (
        <Tag key={language} colour="yellow">
          {t("editing:form.missing", { language: t(`editing:language.${language}`) })}
        </Tag>
      ))}
    </>
  );
}

function WhenLink({ path, part }: { path: string; part: OutlinedQuestion["label"] }) {
  const { t } = useWords();
  return (
    <PageLink to={path}>
      {t("conditions:editor.link")}
      <Hidden part={part} />
    </PageLink>
  );
}

function Hidden({ part }: { part: OutlinedQuestion["label"] }) {
  return (
    <span className="govuk-visually-hidden">
      {" "}
      <InLanguage text={part} />
    </span>
  );
}
