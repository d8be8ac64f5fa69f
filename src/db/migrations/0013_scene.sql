-- A named moment of a film. names: others that it goes by, one a line. place: where it is in the film, as text/place.h writes
-- it; '' if nobody said. spoils: from where on knowing of it gives something away, likewise; '' for nothing. source: the
-- import that made it, '' for members.
CREATE TABLE scene (
  id INT NOT NULL PRIMARY KEY,
  film INT NOT NULL REFERENCES film (id),
  slug TEXT NOT NULL,
  name TEXT NOT NULL,
  names TEXT NOT NULL DEFAULT '',
  place TEXT NOT NULL DEFAULT '',
  spoils TEXT NOT NULL DEFAULT '',
  source TEXT NOT NULL DEFAULT '',
  created INT NOT NULL,
  version INT NOT NULL DEFAULT 1
);
CREATE UNIQUE INDEX scene_slug ON scene (film, slug);

-- The scene that a thread or a review is about.
ALTER TABLE thread ADD COLUMN scene INT;
CREATE INDEX thread_scene ON thread (scene, last_at);
ALTER TABLE review ADD COLUMN scene INT;
CREATE INDEX review_scene ON review (scene, id);
