-- every_film_name
-- out  owner int, text text
SELECT film, name FROM film_name ORDER BY film, name, language

-- every_film_word
-- out  owner int, text text
SELECT film, word_fold FROM film_word ORDER BY film, word_fold

-- film_words_clear
-- in   film FilmId
DELETE FROM film_word WHERE film = :film

-- every_person_name
-- out  owner int, text text
SELECT person, name FROM person_name ORDER BY person, name

-- every_person_word
-- out  owner int, text text
SELECT person, word_fold FROM person_word ORDER BY person, word_fold

-- person_words_clear
-- in   person PersonId
DELETE FROM person_word WHERE person = :person

-- every_film_lists
-- out  owner int, genres text, countries text
SELECT id, genres, countries FROM film ORDER BY id

-- every_film_genre
-- out  owner int, text text
SELECT film, genre FROM film_genre ORDER BY film, genre

-- every_film_country
-- out  owner int, text text
SELECT film, country FROM film_country ORDER BY film, country

-- film_genres_clear
-- in   film FilmId
DELETE FROM film_genre WHERE film = :film

-- film_countries_clear
-- in   film FilmId
DELETE FROM film_country WHERE film = :film
