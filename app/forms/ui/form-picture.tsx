import { useParams } from "@remix-run/react";
import { filePath, thumbnailPath } from "#app/files/paths.ts";
import { textIn } from "#app/shared/languages.ts";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { widestShown, widthOfSmall, type Picture } from "../picture.ts";

/** A picture of a form: fetched when it is needed, in the size that fits, with its place kept free meanwhile. */
export function FormPicture({ picture }: { picture: Picture | undefined }) {
  const { language } = useWords();
  const { partnership: slug = "" } = useParams();
  if (!picture) return null;
  const { file, width, height, alt, caption } = picture;
  const said = textIn(alt, language);
  const small = thumbnailPath({ slug }, file);
  return (
    <figure className="form-picture">
      <img
        className="form-picture__image"
        src={small}
        srcSet={`${small} ${widthOfSmall(picture)}w, ${filePath({ slug }, file)} ${width}w`}
        sizes={`(max-width: ${widestShown}px) 100vw, ${widestShown}px`}
        alt={said.text}
        {...(said.text !== "" && said.language !== language && { lang: said.language })}
        loading="lazy"
        decoding="async"
        {...{ width, height }}
      />
      {caption && (
        <figcaption className="govuk-hint">
          <InLanguage text={caption} />
        </figcaption>
      )}
    </figure>
  );
}
