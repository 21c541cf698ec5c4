// Draws one question of any type, with what was typed and what is wrong with it.
import type { Question } from "../question.ts";
import { ChoiceField, ChoicesField, AgreementField, MatrixField, RatingField, YesNoField } from "./choice-fields.tsx";
import { BudgetField, DateQuestion, MoneyField, NumberField, RankingField } from "./figure-fields.tsx";
import { AddressField, FileField, PlaceField } from "./place-fields.tsx";
import type { QuestionProps } from "./question-label.tsx";
import { Statement } from "./statement.tsx";
import { EmailField, LongTextField, NameField, PostcodeField, ShortTextField, TelephoneField } from "./text-fields.tsx";

/** The id of the first control is that of the question's first field (`fieldId`), so that errors can link to it. */
export function QuestionField({ question, ...rest }: Omit<QuestionProps, "question"> & { question: Question }) {
  switch (question.type) {
    case "short-text":
      return <ShortTextField question={question} {...rest} />;
    case "long-text":
      return <LongTextField question={question} {...rest} />;
    case "one-choice":
      return <ChoiceField question={question} {...rest} />;
    case "several-choices":
      return <ChoicesField question={question} {...rest} />;
    case "yes-no-unsure":
      return <YesNoField question={question} {...rest} />;
    case "agreement":
      return <AgreementField question={question} {...rest} />;
    case "rating":
      return <RatingField question={question} {...rest} />;
    case "ranking":
      return <RankingField question={question} {...rest} />;
    case "point-budget":
      return <BudgetField question={question} {...rest} />;
    case "number":
      return <NumberField question={question} {...rest} />;
    case "money":
      return <MoneyField question={question} {...rest} />;
    case "date":
      return <DateQuestion question={question} {...rest} />;
    case "name":
      return <NameField question={question} {...rest} />;
    case "email":
      return <EmailField question={question} {...rest} />;
    case "telephone":
      return <TelephoneField question={question} {...rest} />;
    case "postcode":
      return <PostcodeField question={question} {...rest} />;
    case "address":
      return <AddressField question={question} {...rest} />;
    case "file":
      return <FileField question={question} {...rest} />;
    case "map-point":
    case "map-line":
    case "map-area":
      return <PlaceField question={question} {...rest} />;
    case "matrix":
      return <MatrixField question={question} {...rest} />;
    case "statement":
      return <Statement question={question} asHeading={rest.asHeading ?? false} />;
  }
}
