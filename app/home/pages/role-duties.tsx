// What each role may do in a partnership, in words, for its administrators.
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requirePeopleKeeper } from "#app/people/guard.server.ts";
import { officePeoplePath } from "#app/people/paths.ts";
import { roleName } from "#app/people/role-name.ts";
import { titleOf } from "#app/shared/title.ts";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { Table } from "#app/shared/ui/table.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import { listDuties } from "../duties.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { language } = args.context;
  const { partnership } = await requirePeopleKeeper(args);
  return { partnership, roles: listDuties(), title: titleOf(wordsFor(language).t("roles:duties.title"), language, partnership) };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];
export const handle = { width: "work" };

export default function RoleDuties() {
  const { partnership, roles } = useLoaderData<typeof loader>();
  const { t } = useWords();
  return (
    <>
      <BackLink to={officePeoplePath(partnership)} text={t("roles:title")} />
      <PageHeading caption={<InLanguage text={partnership.name} />}>{t("roles:duties.title")}</PageHeading>
      <p className="govuk-body">{t("roles:duties.text")}</p>
      <p className="govuk-body">{t("roles:duties.only")}</p>
      <Table
        caption={t("roles:duties.title")}
        captionSize="hidden"
        stacks
        columns={[
          { key: "role", heading: t("roles:duties.role") },
          { key: "may", heading: t("roles:duties.may") },
        ]}
        rows={roles.map(({ role, duties }) => ({
          key: role,
          cells: [
            roleName(t, role),
            duties.length === 0 ? (
              t("roles:duties.none")
            ) : (
              <ul key="duties" className="govuk-list govuk-list--bullet govuk-!-margin-bottom-0">
                {duties.map((name) => (
                  <li key={name}>{t(`roles:duty.${name}`)}</li>
                ))}
              </ul>
            ),
          ],
        }))}
      />
    </>
  );
}
