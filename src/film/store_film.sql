-- films_named
-- in   name_fold text, year int
-- out  film FilmId, title_fold text, source text
SELECT DISTINCT f.id, f.title_fold, f.source FROM film_name n JOIN film f ON f.id = n.film
WHERE n.name_fold = :name_fold AND f.year = :year AND f.removed = FALSE

-- film_origin
-- in   film FilmId
-- out  source text, fame int
SELECT source, fame FROM film WHERE id = :film

-- set_film_fame
-- in   film FilmId, fame int
UPDATE film SET fame = :fame WHERE id = :film
