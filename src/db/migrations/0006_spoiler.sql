-- What a member has seen of a film. minutes: up to there; NULL: all of it.
CREATE TABLE seen (
  member INT NOT NULL REFERENCES member (id),
  film INT NOT NULL REFERENCES film (id),
  minutes INT,
  at INT NOT NULL,
  PRIMARY KEY (member, film)
) CLUSTERED;

-- What a member has asked for of films that they haven't seen: boards and reviews behind a screen, scores hidden.
ALTER TABLE member ADD COLUMN screens BOOL NOT NULL DEFAULT FALSE;
ALTER TABLE member ADD COLUMN scores_hidden BOOL NOT NULL DEFAULT FALSE;

-- What a whole thread gives away, as text/spoiler_label.h writes it: "Heat (1995), ending"; '': nothing.
ALTER TABLE thread ADD COLUMN spoils TEXT NOT NULL DEFAULT '';
