-- Films that go by one of these names, folded.
-- lookup_films_named
-- in   names text[]
-- out  id FilmId
SELECT DISTINCT film.id FROM film_name JOIN film ON film.id = film_name.film
WHERE film_name.name_fold IN :names AND film.removed = FALSE
ORDER BY film.id LIMIT 60
