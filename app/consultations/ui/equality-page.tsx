import type { FormPage } from "#app/forms/check.ts";
import { useWords } from "#app/shared/ui/words.tsx";
import { QuestionPage, type QuestionPageProps } from "./question-page.tsx";

type EqualityPageProps = Pick<QuestionPageProps, "entries" | "errors" | "carried" | "isFramed"> & { page: FormPage };

/** One equality question. */
export function EqualityPage(props: EqualityPageProps) {
  const { t, number } = useWords();
  const { page } = props;
  return <QuestionPage {...props} caption={t("consultations:equality.progress", { number: number(page.number), of: number(page.of) })} maySave={false} />;
}
