import type { Text } from "#app/shared/languages.ts";
import { ErrorSummary } from "#app/shared/ui/error-summary.tsx";
import { NotificationBanner } from "#app/shared/ui/notification-banner.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { longestNotice, type Notice, type NoticeKind } from "../notice.ts";
import { NoticeForm } from "./notice-form.tsx";
import { NoticeVersions } from "./notice-versions.tsx";

export type NoticesRefused = { kind: NoticeKind; text: Text; problems: { input: string; code: string }[] };

/** What was wrong with a posted notice, by the input. */
export function useNoticeErrors(refused: NoticesRefused | undefined): Record<string, string> {
  const { t, number } = useWords();
  return Object.fromEntries((refused?.problems ?? []).map(({ input, code }) => [input, t(`prepare:notices.problem.${code}`, { most: number(longestNotice) })]));
}

/** What stands above the heading: what was wrong, or that it worked. */
export function NoticesNews({ errors, isSaved }: { errors: Record<string, string>; isSaved: boolean }) {
  const { t } = useWords();
  const wrong = Object.entries(errors);
  return (
    <>
      <ErrorSummary errors={wrong.map(([input, text]) => ({ href: `#${input}`, text }))} />
      {isSaved && wrong.length === 0 && <NotificationBanner kind="success">{t("prepare:notices.saved")}</NotificationBanner>}
    </>
  );
}

type NoticesEditorProps = {
  notices: readonly { kind: NoticeKind; versions: readonly Notice[] }[];
  refused: NoticesRefused | undefined;
  errors: Record<string, string>;
  mayWrite: boolean;
};

/** Each notice with its versions, and a form for a new one. */
export function NoticesEditor({ notices, refused, errors, mayWrite }: NoticesEditorProps) {
  const { t } = useWords();
  return (
    <>
      {notices.map(({ kind, versions }) => (
        <section key={kind} aria-labelledby={`${kind}-heading`}>
          <h2 className="govuk-heading-l" id={`${kind}-heading`}>
            {t(kind === "privacy" ? "consultations:privacy-notice.heading" : "consultations:disclosure.heading")}
          </h2>
          <NoticeVersions notices={versions} />
          {(mayWrite || refused?.kind === kind) && (
            <NoticeForm kind={kind} latest={versions[0]?.version ?? ""} text={refused?.kind === kind ? refused.text : (versions[0]?.text ?? {})} errors={errors} />
          )}
        </section>
      ))}
    </>
  );
}
