-- What the public register of consultations is searched by: topics, places and audiences as a consultation gives them.
ALTER TABLE "Consultation"
  ADD COLUMN "topics" TEXT[] DEFAULT ARRAY[]::TEXT[],
  ADD COLUMN "places" JSONB NOT NULL DEFAULT '[]',
  ADD COLUMN "audiences" JSONB NOT NULL DEFAULT '[]';

-- The words of texts in any of our languages, folded so that accents, vowel signs, keyboards' different letters for the same
-- Urdu letter and digits of either script make no difference. One function without extension, text search configuration or
-- collation, so that every PostgreSQL 15 with UTF-8 gives the same words for the same text, as an index needs.
-- Its cost is given high so that the index is asked and not every row.
CREATE FUNCTION "folded_words"(texts JSONB[]) RETURNS TEXT[] LANGUAGE sql IMMUTABLE PARALLEL SAFE COST 10000 AS $$
  SELECT pg_catalog.array_remove(pg_catalog.string_to_array(
    pg_catalog.translate(
      pg_catalog.regexp_replace(
        pg_catalog.regexp_replace(
          pg_catalog.regexp_replace(
            pg_catalog.lower(pg_catalog.normalize(pg_catalog.string_agg(part #>> '{}', ' '), 'NFKD') COLLATE "C"),
            -- accents; vowel signs; the apostrophe inside a word; what is not seen: joiners, direction marks, tatweel
            '[\u0300-\u036F\u0610-\u061A\u0640\u064B-\u065F\u0670\u06D6-\u06ED''\u2018\u2019\u02BC\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]+', '', 'g'),
          -- all that is no letter or digit: Latin, Greek, Cyrillic, Hebrew, Arabic and the scripts of India are
          '[^0-9a-z\u00C6-\u02AF\u0370-\u052F\u05D0-\u05EA\u0620-\u0669\u066E-\u06D3\u06D5\u06EE-\u06FF\u0750-\u077F\u08A0-\u08C7\u0900-\u0963\u0966-\u0DFF\u1E00-\u1FFF]+', ' ', 'g'),
        -- no word is longer than an index can hold
        '([^ ]{60})[^ ]+', '\1', 'g'),
      U&'\064A\0649\0643\0647\06BE\0629\06C3\06F0\06F1\06F2\06F3\06F4\06F5\06F6\06F7\06F8\06F9\0660\0661\0662\0663\0664\0665\0666\0667\0668\0669\00F8\00D8\0142\0141\0111\0110\0131',
      U&'\06CC\06CC\06A9\06C1\06C1\06C1\06C101234567890123456789oollddi'),
    ' '), '')
  FROM pg_catalog.unnest(texts) AS one, pg_catalog.jsonb_path_query(one, 'strict $.** ? (@.type() == "string")') AS part
$$;

CREATE INDEX "Consultation_words_idx" ON "Consultation" USING GIN (
  array_to_tsvector("folded_words"(ARRAY["title", "summary", "purpose", "decisionToBeMade", "audience", "places", "audiences"])));
