-- scenes_of_film
-- in   film FilmId
-- out  id SceneId, slug text, name text, names text, place text, spoils text, source text, version int
SELECT id, slug, name, names, place, spoils, source, version FROM scene WHERE film = :film ORDER BY id

-- scene_by_slug
-- in   film FilmId, slug text
-- out  id SceneId, slug text, name text, names text, place text, spoils text, source text, version int
SELECT id, slug, name, names, place, spoils, source, version FROM scene WHERE film = :film AND slug = :slug

-- scene_by_id
-- in   scene SceneId
-- out  id SceneId, film FilmId, slug text, name text, names text, place text, spoils text, source text, version int
SELECT id, film, slug, name, names, place, spoils, source, version FROM scene WHERE id = :scene

-- scene_add
-- in   id SceneId, film FilmId, slug text, name text, names text, place text, spoils text, source text, at time
INSERT INTO scene (id, film, slug, name, names, place, spoils, source, created)
VALUES (:id, :film, :slug, :name, :names, :place, :spoils, :source, :at)

-- scene_edit
-- in   scene SceneId, name text, names text, place text, spoils text, source text
UPDATE scene SET name = :name, names = :names, place = :place, spoils = :spoils, source = :source, version = version + 1
WHERE id = :scene

-- Of films that are there, film by film.
-- every_scene
-- out  film FilmId, title text, year int?, imdb text?, name text, names text, place text, spoils text
SELECT film.id, film.title, film.year,
       (SELECT MIN(film_ref.ref) FROM film_ref WHERE film_ref.film = film.id AND film_ref.source = 'imdb'),
       scene.name, scene.names, scene.place, scene.spoils
FROM scene JOIN film ON film.id = scene.film
WHERE film.removed = FALSE ORDER BY film.id, scene.id
