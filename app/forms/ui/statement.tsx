import { InLanguage, Paragraphs } from "#app/shared/ui/in-language.tsx";
import type { QuestionOf } from "../question.ts";
import { FormPicture } from "./form-picture.tsx";

/** Something to read before going on; its hint is the longer text. */
export function Statement({ question, asHeading }: { question: QuestionOf<"statement">; asHeading: boolean }) {
  const label = <InLanguage text={question.label} />;
  return (
    <div id={question.id}>
      {asHeading ? <h1 className="govuk-heading-l">{label}</h1> : <p className="govuk-body">{label}</p>}
      <FormPicture picture={question.picture} />
      {question.hint && <Paragraphs text={question.hint} />}
    </div>
  );
}
