// Where those who keep a partnership's bodies, networks, meetings and decisions find each of them.
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { maySeeOffice } from "#app/consultations/office-policy.ts";
import { officePath } from "#app/partnerships/paths.ts";
import { requireWhoMay } from "#app/people/guard.server.ts";
import { maySeePartnershipOffice } from "#app/people/keeping-policy.ts";
import { titleOf } from "#app/shared/title.ts";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { PageLink } from "#app/shared/ui/page-link.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import { partnershipRooms } from "../partnership-rooms.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { partnership, roles } = await requireWhoMay(args, maySeePartnershipOffice);
  const { t } = wordsFor(args.context.language);
  return {
    title: titleOf(t("partnership-office:title"), args.context.language, partnership),
    partnership,
    rooms: partnershipRooms.filter(({ may }) => may(roles)).map(({ name, pathOf }) => ({ name, path: pathOf(partnership) })),
    back: maySeeOffice(roles) ? officePath(partnership) : null,
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];
export const handle = { width: "work" };

export default function PartnershipOfficePage() {
  const { partnership, rooms, back } = useLoaderData<typeof loader>();
  const { t } = useWords();
  return (
    <>
      {back && <BackLink to={back} text={t("partnership-office:back")} />}
      <PageHeading caption={<InLanguage text={partnership.name} />}>{t("partnership-office:title")}</PageHeading>
      <p className="govuk-body-l">{t("partnership-office:lead")}</p>
      <ul className="govuk-list govuk-list--spaced">
        {rooms.map(({ name, path }) => (
          <li key={name}>
            <PageLink to={path}>{t(`partnership-office:room.${name}.title`)}</PageLink>
            <br />
            {t(`partnership-office:room.${name}.text`)}
          </li>
        ))}
      </ul>
    </>
  );
}
