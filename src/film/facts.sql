-- film_facts
-- in   id FilmId
-- out  slug text, title text, original_title text, original_language text, year int?, minutes int?, line text, countries text, genres text
SELECT slug, title, original_title, original_language, year, minutes, line, countries, genres FROM film WHERE id = :id

-- film_credit_facts
-- in   film FilmId
-- out  department text, job text, character text, person PersonId, name text
SELECT c.department, c.job, c.character, p.id, p.name FROM credit c JOIN person p ON p.id = c.person
WHERE c.film = :film ORDER BY c.department, c.billing, c.id

-- add_film
-- in   id FilmId, slug text, source text, title text, title_fold text, sort_fold text, original_title text, original_language text, year int?, minutes int?, line text, countries text, genres text, fame int, created time
INSERT INTO film (id, slug, source, title, title_fold, sort_fold, original_title, original_language, year, minutes, line, countries, genres, fame, created)
VALUES (:id, :slug, :source, :title, :title_fold, :sort_fold, :original_title, :original_language, :year, :minutes, :line, :countries, :genres, :fame, :created)

-- set_film
-- in   id FilmId, slug text, title text, title_fold text, sort_fold text, original_title text, original_language text, year int?, minutes int?, line text, countries text, genres text
UPDATE film SET slug = :slug, title = :title, title_fold = :title_fold, sort_fold = :sort_fold, original_title = :original_title,
original_language = :original_language, year = :year, minutes = :minutes, line = :line, countries = :countries, genres = :genres,
version = version + 1 WHERE id = :id

-- add_film_name
-- in   film FilmId, name text, name_fold text, language text
INSERT INTO film_name (film, name, name_fold, language) VALUES (:film, :name, :name_fold, :language) ON CONFLICT DO NOTHING

-- remove_film_name
-- in   film FilmId, name text, language text
DELETE FROM film_name WHERE film = :film AND name = :name AND language = :language

-- add_film_word
-- in   film FilmId, word_fold text
INSERT INTO film_word (word_fold, film) VALUES (:word_fold, :film) ON CONFLICT DO NOTHING

-- remove_film_word
-- in   film FilmId, word_fold text
DELETE FROM film_word WHERE word_fold = :word_fold AND film = :film

-- add_film_ref
-- in   film FilmId, source text, ref text
INSERT INTO film_ref (source, ref, film) VALUES (:source, :ref, :film) ON CONFLICT DO NOTHING

-- remove_film_ref
-- in   film FilmId, source text, ref text
DELETE FROM film_ref WHERE source = :source AND ref = :ref AND film = :film

-- add_film_genre
-- in   film FilmId, genre text
INSERT INTO film_genre (genre, film) VALUES (:genre, :film) ON CONFLICT DO NOTHING

-- remove_film_genre
-- in   film FilmId, genre text
DELETE FROM film_genre WHERE genre = :genre AND film = :film

-- add_film_country
-- in   film FilmId, country text
INSERT INTO film_country (country, film) VALUES (:country, :film) ON CONFLICT DO NOTHING

-- remove_film_country
-- in   film FilmId, country text
DELETE FROM film_country WHERE country = :country AND film = :film

-- add_credit
-- in   film FilmId, department text, billing int, id CreditId, person PersonId, job text, character text
INSERT INTO credit (film, department, billing, id, person, job, character)
VALUES (:film, :department, :billing, :id, :person, :job, :character)

-- remove_credits
-- in   film FilmId
DELETE FROM credit WHERE film = :film

-- add_film_old_slug
-- in   slug text, film FilmId
INSERT INTO old_slug (kind, slug, subject) VALUES ('film', :slug, :film) ON CONFLICT DO NOTHING

-- take_back_film_slug
-- in   slug text, film FilmId
DELETE FROM old_slug WHERE kind = 'film' AND slug = :slug AND subject = :film
