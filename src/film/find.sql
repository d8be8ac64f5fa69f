-- The longest word drives; two more narrow. An empty low bound says that there is no such word.
-- film_find
-- in   low text, high text, low2 text, high2 text, low3 text, high3 text, year int, fold text, fold_high text, limit int
-- out  id FilmId, slug text, title text, original_title text, original_language text, year int?, minutes int?, line text, countries text, genres text, fame int, removed bool, source text, created time, version int
SELECT f.id, f.slug, f.title, f.original_title, f.original_language, f.year, f.minutes, f.line, f.countries, f.genres, f.fame, f.removed, f.source, f.created, f.version
FROM film f
WHERE f.id IN (SELECT film FROM film_word WHERE word_fold >= :low AND word_fold < :high)
AND (:low2 = '' OR f.id IN (SELECT film FROM film_word WHERE word_fold >= :low2 AND word_fold < :high2))
AND (:low3 = '' OR f.id IN (SELECT film FROM film_word WHERE word_fold >= :low3 AND word_fold < :high3))
AND (:year = 0 OR f.year = :year) AND f.removed = FALSE
ORDER BY CASE WHEN f.title_fold = :fold THEN 0 WHEN f.title_fold >= :fold AND f.title_fold < :fold_high THEN 1 ELSE 2 END,
f.fame DESC, f.id LIMIT :limit

-- film_names_of
-- in   films FilmId[]
-- out  film FilmId, name text, name_fold text
SELECT film, name, name_fold FROM film_name WHERE film IN :films ORDER BY film, name

-- person_find
-- in   low text, high text, low2 text, high2 text, low3 text, high3 text, fold text, limit int
-- out  id PersonId, slug text, name text, born text, died text, version int, credits int
SELECT p.id, p.slug, p.name, p.born, p.died, p.version, (SELECT COUNT(*) FROM credit c WHERE c.person = p.id) AS credits
FROM person p
WHERE p.id IN (SELECT person FROM person_word WHERE word_fold >= :low AND word_fold < :high)
AND (:low2 = '' OR p.id IN (SELECT person FROM person_word WHERE word_fold >= :low2 AND word_fold < :high2))
AND (:low3 = '' OR p.id IN (SELECT person FROM person_word WHERE word_fold >= :low3 AND word_fold < :high3))
ORDER BY CASE WHEN p.name_fold = :fold THEN 0 ELSE 1 END, credits DESC, p.id LIMIT :limit

-- person_names_of
-- in   people PersonId[]
-- out  person PersonId, name text, name_fold text
SELECT person, name, name_fold FROM person_name WHERE person IN :people ORDER BY person, name
