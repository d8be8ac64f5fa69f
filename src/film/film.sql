-- film_by_id
-- in   id FilmId
-- out  id FilmId, slug text, title text, original_title text, original_language text, year int?, minutes int?, line text, countries text, genres text, fame int, removed bool, source text, created time, version int
SELECT id, slug, title, original_title, original_language, year, minutes, line, countries, genres, fame, removed, source, created, version
FROM film WHERE id = :id

-- film_by_slug
-- in   slug text
-- out  id FilmId, slug text, title text, original_title text, original_language text, year int?, minutes int?, line text, countries text, genres text, fame int, removed bool, source text, created time, version int
SELECT id, slug, title, original_title, original_language, year, minutes, line, countries, genres, fame, removed, source, created, version
FROM film WHERE slug = :slug

-- film_by_old_slug
-- in   slug text
-- out  id FilmId, slug text, title text, original_title text, original_language text, year int?, minutes int?, line text, countries text, genres text, fame int, removed bool, source text, created time, version int
SELECT f.id, f.slug, f.title, f.original_title, f.original_language, f.year, f.minutes, f.line, f.countries, f.genres, f.fame, f.removed, f.source, f.created, f.version
FROM old_slug o JOIN film f ON f.id = o.subject WHERE o.kind = 'film' AND o.slug = :slug

-- films_by_ids
-- in   ids FilmId[]
-- out  id FilmId, slug text, title text, original_title text, original_language text, year int?, minutes int?, line text, countries text, genres text, fame int, removed bool, source text, created time, version int
SELECT id, slug, title, original_title, original_language, year, minutes, line, countries, genres, fame, removed, source, created, version
FROM film WHERE id IN :ids

-- films_by_title
-- in   title_fold text
-- out  id FilmId, slug text, title text, original_title text, original_language text, year int?, minutes int?, line text, countries text, genres text, fame int, removed bool, source text, created time, version int
SELECT id, slug, title, original_title, original_language, year, minutes, line, countries, genres, fame, removed, source, created, version
FROM film WHERE title_fold = :title_fold AND removed = FALSE ORDER BY year ASC NULLS LAST, id LIMIT 60

-- film_by_ref
-- in   source text, ref text
-- out  film FilmId
SELECT film FROM film_ref WHERE source = :source AND ref = :ref

-- film_names
-- in   film FilmId
-- out  name text, language text
SELECT name, language FROM film_name WHERE film = :film ORDER BY language, name

-- film_refs
-- in   film FilmId
-- out  source text, ref text
SELECT source, ref FROM film_ref WHERE film = :film ORDER BY source, ref

-- film_credits
-- in   film FilmId
-- out  id CreditId, department text, billing int, job text, character text, person PersonId, person_slug text, person_name text
SELECT c.id, c.department, c.billing, c.job, c.character, p.id, p.slug, p.name
FROM credit c JOIN person p ON p.id = c.person WHERE c.film = :film ORDER BY c.department, c.billing, c.id

-- film_count
-- out  films int
SELECT COUNT(*) FROM film WHERE removed = FALSE
