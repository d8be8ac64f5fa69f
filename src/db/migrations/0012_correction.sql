-- What members say of the names in a text (talk/correction.h). kind: 'post', 'review'. words: as they stand in the text; nth:
-- which of the places where they stand, the first is 0. names: 'film', 'person', '' for no name. standing: 0 proposed,
-- 1 stands, 2 turned down, 3 another came after it.
CREATE TABLE correction (
  id INT NOT NULL PRIMARY KEY,
  kind TEXT NOT NULL,
  subject INT NOT NULL,
  words TEXT NOT NULL,
  words_fold TEXT NOT NULL,
  nth INT NOT NULL,
  names TEXT NOT NULL,
  target INT NOT NULL,
  member INT NOT NULL REFERENCES member (id),
  standing INT NOT NULL,
  settled_by INT REFERENCES member (id),
  at INT NOT NULL
);
CREATE INDEX correction_subject ON correction (kind, subject);
CREATE INDEX correction_standing ON correction (standing, id);
CREATE INDEX correction_words ON correction (words_fold, standing);
