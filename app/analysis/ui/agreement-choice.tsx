// Which texts and whose readings are compared: all of them, or those of one question or of two people.
import { Form } from "@remix-run/react";
import { textIn } from "#app/shared/languages.ts";
import { Button } from "#app/shared/ui/button.tsx";
import { Select } from "#app/shared/ui/select.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import type { Asked } from "../coded-questions.ts";

type AgreementChoiceProps = {
  here: string;
  asked: readonly Asked[];
  questionId: string | null;
  pairs: readonly { key: string; names: readonly [string, string]; texts: number }[];
  pair: string | null;
};

export function AgreementChoice({ here, asked, questionId, pairs, pair }: AgreementChoiceProps) {
  const { t, number, list, language } = useWords();
  if (asked.length < 2 && pairs.length < 2) return null;
  return (
    <Form method="get" action={here} reloadDocument>
      {asked.length > 1 && (
        <Select
          name="question"
          label={t("agreement:choose.question")}
          value={questionId ?? ""}
          options={[{ value: "", label: t("agreement:choose.all-questions") }, ...asked.map(({ id, label }) => ({ value: id, label: textIn(label, language).text }))]}
        />
      )}
      {pairs.length > 1 && (
        <Select
          name="pair"
          label={t("agreement:choose.pair")}
          value={pair ?? ""}
          options={[{ value: "", label: t("agreement:choose.everybody") }, ...pairs.map(({ key, names, texts }) => ({ value: key, label: t("agreement:choose.two", { names: list(names), texts: number(texts) }) }))]}
        />
      )}
      <Button look="secondary">{t("agreement:choose.show")}</Button>
    </Form>
  );
}
