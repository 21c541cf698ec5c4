// Puts a logo beside a partnership's name, or takes it away.
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { drawLogo, logoTypes, mostLogoBytes, saveLogoFile } from "#app/files/logo.server.ts";
import { filePath } from "#app/files/paths.ts";
import { readUpload } from "#app/files/upload.server.ts";
import { settingsPath } from "#app/partnerships/paths.ts";
import { inTransaction } from "#app/shared/db.server.ts";
import { languages, textIn, type Language, type Text } from "#app/shared/languages.ts";
import { badRequest } from "#app/shared/responses.server.ts";
import { titleOf } from "#app/shared/title.ts";
import { line } from "#app/shared/typed.ts";
import { Button } from "#app/shared/ui/button.tsx";
import { Confirming } from "#app/shared/ui/confirming.tsx";
import { FormGroup } from "#app/shared/ui/form-group.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { PageLink } from "#app/shared/ui/page-link.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import { changeLogoSettings } from "../changes.store.server.ts";
import { requireAdministrator } from "../guard.server.ts";
import { Above } from "../ui/above.tsx";
import { FieldsInLanguages } from "#app/shared/ui/fields-in-languages.tsx";

const longestWords = 200;
const deeds = ["saved", "removed"] as const;

export async function loader(args: LoaderFunctionArgs) {
  const { partnership } = await requireAdministrator(args);
  const search = new URL(args.request.url).searchParams;
  const isAsking = search.has("ask") && partnership.logo !== null;
  return {
    title: titleOf(wordsFor(args.context.language).t(isAsking ? "settings:logo.ask" : "settings:logo.title"), args.context.language, partnership),
    ...{ partnership, isAsking },
    accept: logoTypes.join(","),
    done: deeds.find((deed) => search.has(deed)) ?? null,
  };
}

export async function action(args: ActionFunctionArgs) {
  const { partnership, personId } = await requireAdministrator(args);
  const { fields, files } = await readUpload(args.request, { mostBytes: mostLogoBytes });
  const changing = { partnership, personId };
  const here = settingsPath(partnership, "logo");
  const intent = fields.get("intent") ?? "save";
  if (intent === "remove") {
    if (partnership.logo) await inTransaction((transaction) => changeLogoSettings(transaction, changing, null));
    return redirect(`${here}?removed`);
  }
  if (intent !== "save") throw badRequest();
  const alt = readWords(fields);
  const [uploaded] = files;
  const refuse = (kind: string, mostBytes = 0) => data({ alt, problem: { kind, mostMegabytes: mostBytes / 1024 / 1024 } }, { status: 422 });
  if (!uploaded && !partnership.logo) return refuse("missing");
  const drawn = uploaded ? await drawLogo(uploaded) : null;
  if (drawn && !drawn.ok) return refuse(drawn.problem.kind, drawn.problem.kind === "too-big" ? drawn.problem.mostBytes : 0);
  await inTransaction(async (transaction) => {
    const { logo } = partnership;
    if (drawn) {
      const { width, height } = drawn.value;
      const fileId = await saveLogoFile(transaction, partnership.id, drawn.value);
      await changeLogoSettings(transaction, changing, { fileId, width, height, alt });
    } else if (logo) await changeLogoSettings(transaction, changing, { ...logo, alt });
  });
  return redirect(`${here}?saved`);
}

function readWords(fields: URLSearchParams): Text {
  const said = languages.map((language) => [language, line(fields.get(`alt-${language}`) ?? "").slice(0, longestWords)] as const);
  return Object.fromEntries(said.filter(([, words]) => words !== ""));
}

export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];

export default function LogoPage() {
  const { partnership, accept, isAsking, done } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { t, number, language: current } = useWords();
  const { logo } = partnership;
  const alt = refused?.alt ?? logo?.alt ?? {};
  const error = refused && t(`settings:logo.problem.${refused.problem.kind}`, { most: number(refused.problem.mostMegabytes) });
  const words = { labelOf: (language: Language) => t(`settings:logo.alt-${language}`), valueOf: (language: Language) => alt[language] ?? "" };
  const path = settingsPath(partnership, "logo");
  if (isAsking && !refused) {
    return (
      <Confirming
        question={t("settings:logo.ask")}
        consequence={t("settings:logo.ask-text")}
        yes={{ name: "intent", value: "remove", text: t("settings:logo.ask-yes") }}
        no={t("settings:logo.ask-no")}
        backTo={path}
      />
    );
  }
  return (
    <>
      <Above
        backTo={settingsPath(partnership)}
        errors={error ? [{ href: "#logo", text: error }] : []}
        done={done && t(done === "removed" ? "settings:logo.removed" : "settings:saved")}
      />
      <PageHeading caption={<InLanguage text={partnership.name} />}>{t("settings:logo.title")}</PageHeading>
      <p className="govuk-body">{t("settings:logo.lead")}</p>
      {logo ? (
        <p className="govuk-body">
          <img className="logo-sample" src={filePath(partnership, logo.fileId)} width={logo.width * 2} height={logo.height * 2} alt={textIn(logo.alt, current).text || t("settings:logo.now")} />
        </p>
      ) : (
        <p className="govuk-body">{t("settings:logo.empty")}</p>
      )}
      <form method="post" encType="multipart/form-data" noValidate>
        <FormGroup id="logo" label={t(logo ? "settings:logo.another" : "settings:logo.file")} labelSize="m" hint={t("settings:logo.file-hint")} error={error}>
          <input
            className="govuk-file-upload"
            id="logo"
            name="logo"
            type="file"
            accept={accept}
            aria-describedby={error ? "logo-hint logo-error" : "logo-hint"}
          />
        </FormGroup>
        <FieldsInLanguages name="alt" legend={t("settings:logo.alt")} hint={t("settings:logo.alt-hint")} errorOf={() => undefined} {...words} />
        <Button>{t("settings:save")}</Button>
      </form>
      {logo && (
        <p className="govuk-body">
          <PageLink to={`${path}?ask`}>{t("settings:logo.remove")}</PageLink>
        </p>
      )}
    </>
  );
}
