import { Table } from "#app/shared/ui/table.tsx";
import { Tag } from "#app/shared/ui/tag.tsx";
import { useWords } from "#app/shared/ui/words.tsx";

type Need = { id: string; name: string; need: string; text: string; answer: { isMet: boolean; how: string } | null };

/** Whether a need is met, and how or why not. */
export function NeedAnswer({ answer }: { answer: Need["answer"] }) {
  const { t } = useWords();
  if (answer === null) return <Tag colour="grey">{t("meetings:needs.open")}</Tag>;
  return (
    <>
      <Tag colour={answer.isMet ? "green" : "red"}>{t(answer.isMet ? "meetings:needs.met" : "meetings:needs.unmet")}</Tag> <bdi>{answer.how}</bdi>
    </>
  );
}

/** What members need at a meeting, each to be said to be met or not. */
export function NeedsToMeet({ needs }: { needs: readonly Need[] }) {
  const { t } = useWords();
  return (
    <>
      <h2 className="govuk-heading-m">{t("meetings:needs.title")}</h2>
      {needs.length === 0 ? (
        <p className="govuk-body">{t("meetings:needs.none")}</p>
      ) : (
        <form method="post" noValidate>
          <Table
            caption={t("meetings:needs.title")}
            captionSize="hidden"
            stacks
            columns={(["who", "need", "how", "answer"] as const).map((key) => ({ key, heading: t(`meetings:needs.column.${key}`) }))}
            rows={needs.map(({ id, name, need, text, answer }) => ({
              key: id,
              cells: [
                <bdi key="who">{name}</bdi>,
                <span key="need" dir="auto">{need === "other" ? text : t(`shared:access.${need}`)}</span>,
                <input key="how" className="govuk-input" name={`how.${id}`} dir="auto" aria-label={`${t("meetings:needs.column.how")}: ${name}`} defaultValue={answer?.how ?? ""} />,
                <span key="answer">
                  <NeedAnswer answer={answer && { ...answer, how: "" }} />{" "}
                  <button className="link-button" name="need" value={`met.${id}`}>
                    {t("meetings:needs.say-met")}
                    <span className="govuk-visually-hidden"> {name}</span>
                  </button>{" "}
                  <button className="link-button" name="need" value={`unmet.${id}`}>
                    {t("meetings:needs.say-unmet")}
                    <span className="govuk-visually-hidden"> {name}</span>
                  </button>
                </span>,
              ],
            }))}
          />
        </form>
      )}
    </>
  );
}
