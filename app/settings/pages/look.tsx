// Chooses a partnership's accent colour: measured everywhere it is used, shown before it is saved, and where it cannot be seen
// refused, with the nearest shade that can.
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { thumbnailPath } from "#app/files/paths.ts";
import { accentStyle, checkAccent, ownAccent, presets, usesOf, writeRatio } from "#app/partnerships/colour.ts";
import { settingsPath } from "#app/partnerships/paths.ts";
import { inTransaction } from "#app/shared/db.server.ts";
import { readForm } from "#app/shared/form-body.server.ts";
import { badRequest } from "#app/shared/responses.server.ts";
import { titleOf } from "#app/shared/title.ts";
import { Button, ButtonGroup } from "#app/shared/ui/button.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { InsetText } from "#app/shared/ui/inset-text.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { Radios } from "#app/shared/ui/radios.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import { choiceOf, choices, meantColour } from "../accent.ts";
import { changeSettings } from "../changes.store.server.ts";
import { requireAdministrator } from "../guard.server.ts";
import { Above } from "../ui/above.tsx";
import { AccentPreview, AccentUses } from "../ui/accent-preview.tsx";
import { ColourField } from "../ui/colour-field.tsx";
import { Swatch } from "../ui/swatch.tsx";

export async function loader(args: LoaderFunctionArgs) {
  const { t, number, language } = wordsFor(args.context.language);
  const { partnership } = await requireAdministrator(args);
  const search = new URL(args.request.url).searchParams;
  const asked = search.get("accent");
  const tried = asked === null ? null : asked === "none" ? { ok: true as const, value: null } : checkAccent(asked);
  const isTrial = tried?.ok === true && tried.value !== partnership.accentColour;
  const accent = isTrial ? tried.value : partnership.accentColour;
  const shown = accent ?? ownAccent;
  return {
    title: titleOf(isTrial ? t("settings:look.trial-title") : t("settings:look.title"), language, partnership),
    partnership,
    accent,
    isTrial,
    isSaved: search.has("saved") && !isTrial,
    uses: usesOf(shown).map(({ has, needs, ...use }) => ({ ...use, has: number(writeRatio(has), 1), needs: number(needs, 1) })),
    style: accentStyle(shown, ".accent-preview"),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { partnership, personId } = await requireAdministrator(args);
  const { number } = wordsFor(args.context.language);
  const form = await readForm(args.request);
  const typed = (field: string) => (form.get(field) ?? "").slice(0, 100);
  const entries = { choice: typed("choice"), colour: typed("colour"), picker: typed("picker"), before: typed("before") };
  const intent = form.get("intent") ?? "save";
  if (intent !== "save" && intent !== "preview") throw badRequest();
  const meant = meantColour(entries);
  if (meant === undefined) return data({ entries, problem: { kind: "not-chosen" as const } }, { status: 422 });
  const checked = meant === null ? { ok: true as const, value: null } : checkAccent(meant);
  const colour = meant ?? "";
  if (!checked.ok && checked.problem.kind === "too-pale") {
    const { has, needs, nearest, ...problem } = checked.problem;
    return data({ entries: { ...entries, colour }, problem: { ...problem, nearest, has: number(has, 1), needs: number(needs, 1) } }, { status: 422 });
  }
  if (!checked.ok) return data({ entries: { ...entries, colour }, problem: { kind: "not-a-colour" as const } }, { status: 422 });
  const here = settingsPath(partnership, "look");
  if (intent === "preview") return redirect(`${here}?${new URLSearchParams({ accent: checked.value?.slice(1) ?? "none" })}`);
  await inTransaction((transaction) => changeSettings(transaction, { partnership, personId }, "look", { accentColour: checked.value }));
  return redirect(`${here}?saved`);
}

export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];
export const handle = { scripts: ["colour-field"], style: (shown: unknown) => (shown as { style?: string | null }).style ?? null };

export default function LookPage() {
  const { partnership, accent, isTrial, isSaved, uses } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { t } = useWords();
  const problem = refused?.problem;
  const error = problem && t(`settings:look.problem.${problem.kind}`, problem.kind === "too-pale" ? { ...problem } : {});
  const chosen = refused?.entries.choice ?? choiceOf(accent);
  const isAboutColour = problem !== undefined && problem.kind !== "not-chosen";
  const shown = problem?.kind === "too-pale" ? problem.colour : (accent ?? ownAccent);
  const { logo } = partnership;
  return (
    <>
      <Above
        backTo={settingsPath(partnership)}
        errors={error ? [{ href: isAboutColour ? "#colour" : "#choice", text: error }] : []}
        done={isSaved ? t("settings:saved") : null}
      />
      <PageHeading caption={<InLanguage text={partnership.name} />}>{t(isTrial ? "settings:look.trial-title" : "settings:look.title")}</PageHeading>
      <p className="govuk-body">{t(isTrial ? "settings:look.trial" : "settings:look.lead")}</p>
      {problem?.kind === "too-pale" && (
        <InsetText>
          <form method="post" noValidate>
            <p className="govuk-body">
              <Swatch colour={problem.colour} /> <Swatch colour={problem.nearest} /> {t("settings:look.offer", { nearest: problem.nearest })}
            </p>
            <input type="hidden" name="choice" value="own" />
            <input type="hidden" name="colour" value={problem.nearest} />
            <Button look="secondary" name="intent" value="preview">
              {t("settings:look.take", { nearest: problem.nearest })}
            </Button>
          </form>
        </InsetText>
      )}
      {!refused && (
        <AccentPreview
          name={partnership.name}
          logo={logo && { src: thumbnailPath(partnership, logo.fileId), width: logo.width, height: logo.height }}
        />
      )}
      <form method="post" noValidate>
        <Radios
          name="choice"
          label={t("settings:look.choice")}
          value={chosen}
          error={problem?.kind === "not-chosen" ? error : undefined}
          choices={choices.map((choice) => ({
            value: choice,
            label:
              choice === "own" || choice === "none" ? (
                t(`settings:look.${choice === "own" ? "another" : "none"}`)
              ) : (
                <>
                  <Swatch colour={presets[choice]} /> {t(`settings:look.preset.${choice}`)}
                </>
              ),
            ...(choice === "own" && { conditional: <ColourField value={refused?.entries.colour || shown} shown={shown} error={isAboutColour ? error : undefined} /> }),
          }))}
        />
        <ButtonGroup>
          <Button name="intent" value="save">
            {t("settings:save")}
          </Button>
          <Button look="secondary" name="intent" value="preview">
            {t("settings:look.see")}
          </Button>
        </ButtonGroup>
      </form>
      {!refused && <AccentUses uses={uses} />}
      <p className="govuk-body">{t("settings:look.contrast")}</p>
      <p className="govuk-body">{t("settings:look.dark")}</p>
    </>
  );
}
