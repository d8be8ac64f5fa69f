-- films_by_sort
-- in   genre text, country text, first_year int, last_year int, sort_fold text, id FilmId, limit int
-- out  id FilmId, slug text, title text, original_title text, original_language text, year int?, minutes int?, line text, countries text, genres text, fame int, removed bool, source text, created time, version int, sort_fold text
SELECT f.id, f.slug, f.title, f.original_title, f.original_language, f.year, f.minutes, f.line, f.countries, f.genres, f.fame, f.removed, f.source, f.created, f.version, f.sort_fold FROM film f
WHERE (f.sort_fold, f.id) > (:sort_fold, :id) AND f.removed = FALSE
AND (:genre = '' OR EXISTS (SELECT 1 FROM film_genre g WHERE g.genre = :genre AND g.film = f.id))
AND (:country = '' OR EXISTS (SELECT 1 FROM film_country n WHERE n.country = :country AND n.film = f.id))
AND (:first_year = 0 OR f.year BETWEEN :first_year AND :last_year)
ORDER BY f.sort_fold, f.id LIMIT :limit

-- films_by_year
-- in   genre text, country text, first_year int, last_year int, year int, sort_fold text, id FilmId, limit int
-- out  id FilmId, slug text, title text, original_title text, original_language text, year int?, minutes int?, line text, countries text, genres text, fame int, removed bool, source text, created time, version int, sort_fold text
SELECT f.id, f.slug, f.title, f.original_title, f.original_language, f.year, f.minutes, f.line, f.countries, f.genres, f.fame, f.removed, f.source, f.created, f.version, f.sort_fold FROM film f
WHERE f.year <= :year AND (f.year < :year OR (f.sort_fold, f.id) > (:sort_fold, :id)) AND f.removed = FALSE
AND (:genre = '' OR EXISTS (SELECT 1 FROM film_genre g WHERE g.genre = :genre AND g.film = f.id))
AND (:country = '' OR EXISTS (SELECT 1 FROM film_country n WHERE n.country = :country AND n.film = f.id))
AND (:first_year = 0 OR f.year BETWEEN :first_year AND :last_year)
ORDER BY f.year DESC NULLS LAST, f.sort_fold, f.id LIMIT :limit

-- films_by_fame
-- in   genre text, country text, first_year int, last_year int, fame int, id FilmId, limit int
-- out  id FilmId, slug text, title text, original_title text, original_language text, year int?, minutes int?, line text, countries text, genres text, fame int, removed bool, source text, created time, version int
SELECT f.id, f.slug, f.title, f.original_title, f.original_language, f.year, f.minutes, f.line, f.countries, f.genres, f.fame, f.removed, f.source, f.created, f.version FROM film f
WHERE (f.fame, f.id) < (:fame, :id) AND f.removed = FALSE
AND (:genre = '' OR EXISTS (SELECT 1 FROM film_genre g WHERE g.genre = :genre AND g.film = f.id))
AND (:country = '' OR EXISTS (SELECT 1 FROM film_country n WHERE n.country = :country AND n.film = f.id))
AND (:first_year = 0 OR f.year BETWEEN :first_year AND :last_year)
ORDER BY f.fame DESC, f.id DESC LIMIT :limit

-- films_by_talk
-- in   genre text, country text, first_year int, last_year int, posts int, id FilmId, limit int
-- out  id FilmId, slug text, title text, original_title text, original_language text, year int?, minutes int?, line text, countries text, genres text, fame int, removed bool, source text, created time, version int, posts int
SELECT f.id, f.slug, f.title, f.original_title, f.original_language, f.year, f.minutes, f.line, f.countries, f.genres, f.fame, f.removed, f.source, f.created, f.version, b.posts FROM board b JOIN film f ON f.id = b.subject
WHERE b.kind = 1 AND b.posts > 0 AND (b.posts, f.id) < (:posts, :id) AND f.removed = FALSE
AND (:genre = '' OR EXISTS (SELECT 1 FROM film_genre g WHERE g.genre = :genre AND g.film = f.id))
AND (:country = '' OR EXISTS (SELECT 1 FROM film_country n WHERE n.country = :country AND n.film = f.id))
AND (:first_year = 0 OR f.year BETWEEN :first_year AND :last_year)
ORDER BY b.posts DESC, f.id DESC LIMIT :limit

-- genres_by_films
-- in   limit int
-- out  genre text, films int
SELECT genre, COUNT(*) AS films FROM film_genre GROUP BY genre ORDER BY films DESC, genre LIMIT :limit

-- countries_by_films
-- in   limit int
-- out  country text, films int
SELECT country, COUNT(*) AS films FROM film_country GROUP BY country ORDER BY films DESC, country LIMIT :limit

-- genre_size
-- in   genre text, most int
-- out  films int
SELECT COUNT(*) FROM (SELECT film FROM film_genre WHERE genre = :genre LIMIT :most) AS counted

-- country_size
-- in   country text, most int
-- out  films int
SELECT COUNT(*) FROM (SELECT film FROM film_country WHERE country = :country LIMIT :most) AS counted

-- years_size
-- in   first_year int, last_year int, most int
-- out  films int
SELECT COUNT(*) FROM (SELECT id FROM film WHERE year BETWEEN :first_year AND :last_year LIMIT :most) AS counted

-- film_keys_by_genre
-- in   genre text, country text, first_year int, last_year int
-- out  id FilmId, sort_fold text, year int?, fame int
SELECT f.id, f.sort_fold, f.year, f.fame FROM film_genre g JOIN film f ON f.id = g.film
WHERE g.genre = :genre AND f.removed = FALSE
AND (:country = '' OR EXISTS (SELECT 1 FROM film_country n WHERE n.country = :country AND n.film = f.id))
AND (:first_year = 0 OR f.year BETWEEN :first_year AND :last_year)

-- film_keys_by_country
-- in   genre text, country text, first_year int, last_year int
-- out  id FilmId, sort_fold text, year int?, fame int
SELECT f.id, f.sort_fold, f.year, f.fame FROM film_country n JOIN film f ON f.id = n.film
WHERE n.country = :country AND f.removed = FALSE
AND (:genre = '' OR EXISTS (SELECT 1 FROM film_genre g WHERE g.genre = :genre AND g.film = f.id))
AND (:first_year = 0 OR f.year BETWEEN :first_year AND :last_year)

-- film_keys_by_years
-- in   genre text, country text, first_year int, last_year int
-- out  id FilmId, sort_fold text, year int?, fame int
SELECT f.id, f.sort_fold, f.year, f.fame FROM film f
WHERE f.year BETWEEN :first_year AND :last_year AND f.removed = FALSE
AND (:genre = '' OR EXISTS (SELECT 1 FROM film_genre g WHERE g.genre = :genre AND g.film = f.id))
AND (:country = '' OR EXISTS (SELECT 1 FROM film_country n WHERE n.country = :country AND n.film = f.id))
