-- lexicon_films
-- out  id FilmId, title text, year int?, fame int, genres text
SELECT id, title, year, fame, genres FROM film WHERE removed = FALSE ORDER BY id

-- lexicon_film_names
-- out  film FilmId, name text
SELECT film, name FROM film_name ORDER BY film, name, language

-- lexicon_film_refs
-- out  ref text, film FilmId
SELECT ref, film FROM film_ref WHERE source = 'imdb' ORDER BY ref

-- lexicon_people
-- out  id PersonId, name text
SELECT id, name FROM person ORDER BY id

-- lexicon_person_names
-- out  person PersonId, name text
SELECT person, name FROM person_name ORDER BY person, name

-- lexicon_person_refs
-- out  ref text, person PersonId
SELECT ref, person FROM person_ref WHERE source = 'imdb' ORDER BY ref

-- lexicon_credits
-- out  film FilmId, department text, billing int, person PersonId, character text
SELECT film, department, billing, person, character FROM credit ORDER BY film, department, billing, id

-- How far the catalogue is: what is newer than this was added or changed since.
-- catalogue_newest_film
-- out  id FilmId
SELECT id FROM film ORDER BY id DESC LIMIT 1

-- catalogue_newest_change
-- out  at int
SELECT at FROM change ORDER BY at DESC LIMIT 1

-- catalogue_last_import
-- out  value text
SELECT value FROM setting WHERE name = 'catalogue_import'

-- note_catalogue_import
-- in   value text
INSERT INTO setting (name, value) VALUES ('catalogue_import', :value) ON CONFLICT (name) DO UPDATE SET value = :value

-- films_newer
-- in   newest FilmId, at int
-- out  id FilmId
SELECT id FROM film WHERE id > :newest
UNION SELECT f.id FROM film f WHERE f.id IN (SELECT subject FROM change WHERE kind = 'film' AND at > :at)
UNION SELECT c.film FROM credit c WHERE c.person IN (SELECT subject FROM change WHERE kind = 'person' AND at > :at)
ORDER BY id LIMIT 3001

-- lexicon_films_with
-- in   films FilmId[]
-- out  id FilmId, title text, year int?, fame int, genres text, removed bool
SELECT id, title, year, fame, genres, removed FROM film WHERE id IN :films ORDER BY id

-- lexicon_names_with
-- in   films FilmId[]
-- out  film FilmId, name text
SELECT film, name FROM film_name WHERE film IN :films ORDER BY film, name, language

-- lexicon_refs_with
-- in   films FilmId[]
-- out  film FilmId, ref text
SELECT film, ref FROM film_ref WHERE film IN :films AND source = 'imdb' ORDER BY film, ref

-- lexicon_credits_with
-- in   films FilmId[]
-- out  film FilmId, department text, billing int, person PersonId, character text
SELECT film, department, billing, person, character FROM credit WHERE film IN :films ORDER BY film, department, billing, id

-- lexicon_people_with
-- in   films FilmId[]
-- out  id PersonId, name text
SELECT id, name FROM person WHERE id IN (SELECT person FROM credit WHERE film IN :films) ORDER BY id
