// Where the link of a letter leads: says what was found, and takes it to this device when asked to.
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { textIn } from "#app/shared/languages.ts";
import { titleOf } from "#app/shared/title.ts";
import { Button } from "#app/shared/ui/button.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { PageLink } from "#app/shared/ui/page-link.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import { draftCookie } from "../draft-cookie.server.ts";
import { consultationPath, lostReferencePath, responsesPath } from "../paths.ts";
import { openReference, whereToGoOn } from "../reference.server.ts";
import { readReference } from "../reference.ts";
import { findResponding, neverKept } from "../responding.server.ts";

type Args = LoaderFunctionArgs | ActionFunctionArgs;

async function findReturning(args: Args) {
  const { partnership, consultation } = await findResponding(args);
  const reference = readReference(new URL(args.request.url).searchParams.get("key") ?? "");
  const found = reference === null ? null : await openReference(partnership, reference, args.context);
  return { partnership, consultation, found: found?.consultationId === consultation.id ? found : null };
}

export async function loader(args: LoaderFunctionArgs) {
  const { language } = args.context;
  const { partnership, consultation, found } = await findReturning(args);
  const name = wordsFor(language).t("consultations:return.title", { consultation: textIn(consultation.title, language).text });
  return {
    title: titleOf(name, language, partnership),
    ...{ partnership, consultation },
    found: found && { isSent: found.response !== null, at: found.response?.sentAt ?? found.draft?.savedAt ?? null },
  };
}

export const headers = () => neverKept;
export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];

export async function action(args: ActionFunctionArgs) {
  const { partnership, consultation, found } = await findReturning(args);
  if (!found) return redirect(responsesPath(partnership));
  const path = await whereToGoOn(partnership, consultation, found, args.context.now);
  return redirect(path, { headers: draftCookie(consultation.id, found.reference) });
}

export default function ReturnPage() {
  const { partnership, consultation, found } = useLoaderData<typeof loader>();
  const { t, instant } = useWords();
  return (
    <>
      <PageHeading caption={<InLanguage text={consultation.title} />}>
        {t(!found ? "consultations:return.nothing" : found.isSent ? "consultations:return.response" : "consultations:return.draft")}
      </PageHeading>
      {found ? (
        <>
          {found.at && (
            <p className="govuk-body">
              {t(found.isSent ? "consultations:return.sent" : "consultations:return.saved", { at: instant(found.at) })}
            </p>
          )}
          <p className="govuk-body">{t("consultations:return.device")}</p>
          <form method="post">
            <Button>{t(found.isSent ? "consultations:return.open" : "consultations:return.go-on")}</Button>
          </form>
        </>
      ) : (
        <>
          <p className="govuk-body">{t("consultations:return.why")}</p>
          <ul className="govuk-list govuk-list--bullet">
            <li>
              <PageLink to={responsesPath(partnership)}>{t("consultations:start.elsewhere.link")}</PageLink>
            </li>
            <li>
              <PageLink to={lostReferencePath(partnership)}>{t("consultations:enter.lost")}</PageLink>
            </li>
            <li>
              <PageLink to={consultationPath(partnership, consultation)}>{t("consultations:receipt.consultation")}</PageLink>
            </li>
          </ul>
        </>
      )}
    </>
  );
}
