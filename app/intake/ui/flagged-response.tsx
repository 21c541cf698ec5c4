import { isChannel } from "#app/consultations/channel.ts";
import { PageLink } from "#app/shared/ui/page-link.tsx";
import { Tag } from "#app/shared/ui/tag.tsx";
import { useWords } from "#app/shared/ui/words.tsx";

type FlaggedResponseProps = {
  response: {
    id: string;
    receivedAt: Date;
    channel: string;
    language: string;
    excludedBecause: string | null;
    seconds: number | null;
    answered: number | null;
    /** The beginning of what was written at greatest length. */
    excerpt: string | null;
  };
  path: string;
  /** Whether it can be ticked, to be left out. */
  mayTick: boolean;
};

/** One response of a flag: when it came, the longest of what was written, and the way to all of it. */
export function FlaggedResponse({ response, path, mayTick }: FlaggedResponseProps) {
  const { t, number, instant } = useWords();
  const { id, receivedAt, channel, language, excludedBecause, seconds, answered, excerpt } = response;
  const received = t("office:answers.received", { at: instant(receivedAt) });
  return (
    <article className="written-answer" aria-labelledby={`response-${id}`}>
      {mayTick && excludedBecause === null ? (
        <div className="govuk-checkboxes govuk-checkboxes--small">
          <div className="govuk-checkboxes__item">
            <input className="govuk-checkboxes__input" id={`tick-${id}`} name="response" type="checkbox" value={id} />
            <label className="govuk-label govuk-checkboxes__label" htmlFor={`tick-${id}`} id={`response-${id}`}>
              {received}
              <span className="govuk-visually-hidden"> ({id})</span>
            </label>
          </div>
        </div>
      ) : (
        <h3 className="govuk-heading-s" id={`response-${id}`}>
          {received}
        </h3>
      )}
      {excerpt === null ? (
        <p className="govuk-body">{t("intake:flag.no-words")}</p>
      ) : (
        <blockquote className="govuk-inset-text written-answer__words" lang={language} dir="auto">
          {excerpt}
        </blockquote>
      )}
      <ul className="govuk-list written-answer__about">
        {excludedBecause !== null && (
          <li>
            <Tag colour="grey">{t("intake:left-out")}</Tag> {t(`office:excluded.${excludedBecause}`)}
          </li>
        )}
        {isChannel(channel) && <li>{t(`consultations:channel.${channel}`)}</li>}
        {answered !== null && <li>{t("intake:flag.answered", { count: answered, number: number(answered) })}</li>}
        {seconds !== null && <li>{t("intake:flag.took", { minutes: number(Math.floor(seconds / 60)), seconds: number(seconds % 60) })}</li>}
        <li>
          <PageLink to={path}>
            {t("intake:flag.read-all")} <bdi className="govuk-visually-hidden">{id}</bdi>
          </PageLink>
        </li>
      </ul>
    </article>
  );
}
