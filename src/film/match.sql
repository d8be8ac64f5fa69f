-- film_match
-- in   name_fold text, limit int
-- out  id FilmId, slug text, title text, original_title text, original_language text, year int?, minutes int?, line text, countries text, genres text, fame int, removed bool, source text, created time, version int
SELECT f.id, f.slug, f.title, f.original_title, f.original_language, f.year, f.minutes, f.line, f.countries, f.genres, f.fame, f.removed, f.source, f.created, f.version
FROM film f WHERE f.id IN (SELECT film FROM film_name WHERE name_fold = :name_fold) AND f.removed = FALSE
ORDER BY f.fame DESC, f.id LIMIT :limit

-- film_match_people
-- in   films FilmId[]
-- out  film FilmId, department text, character text, name text
SELECT c.film, c.department, c.character, p.name FROM credit c JOIN person p ON p.id = c.person WHERE c.film IN :films
ORDER BY c.film, c.department, c.billing
