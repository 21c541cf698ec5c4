import { Button } from "#app/shared/ui/button.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { useHref } from "@remix-run/react";
import { savePath } from "../paths.ts";

/** For a device that others use too: makes it forget the draft, the response and the pages it has shown. */
export function ClearDevice({ partnership, consultation }: { partnership: { slug: string }; consultation: { id: string } }) {
  const { t } = useWords();
  return (
    <form method="post" action={useHref(savePath(partnership, consultation))}>
      <h2 className="govuk-heading-m">{t("consultations:clear.heading")}</h2>
      <p className="govuk-body">{t("consultations:clear.text")}</p>
      <Button look="secondary" name="_intent" value="clear">
        {t("consultations:clear.button")}
      </Button>
    </form>
  );
}
