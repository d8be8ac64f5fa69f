-- films_titled_near
-- in   title_fold text, first_year int, last_year int
-- out  film FilmId
SELECT DISTINCT f.id FROM film_name n JOIN film f ON f.id = n.film
WHERE n.name_fold = :title_fold AND (f.year IS NULL OR f.year BETWEEN :first_year AND :last_year) AND f.removed = FALSE LIMIT 20

-- set_film_removed
-- in   film FilmId, removed bool
UPDATE film SET removed = :removed, version = version + 1 WHERE id = :film
