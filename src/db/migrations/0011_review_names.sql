-- Reviews are read for names as posts are. How sure a name is decides whether it is kept at all, and is not kept with it.
ALTER TABLE mention DROP COLUMN score;
INSERT INTO names_due (kind, subject) SELECT 'review', id FROM review;
