-- names_due_any
-- out  subject int
SELECT subject FROM names_due LIMIT 1

-- posts_from_below
-- in   below PostId, skip int
-- out  id PostId
SELECT id FROM post WHERE id < :below ORDER BY id DESC LIMIT 1 OFFSET :skip

-- names_due_add_posts
-- in   from PostId, below PostId
INSERT INTO names_due (kind, subject) SELECT 'post', id FROM post WHERE id >= :from AND id < :below
ON CONFLICT (kind, subject) DO NOTHING

-- names_due_add_reviews
-- in   from ReviewId, below ReviewId
INSERT INTO names_due (kind, subject) SELECT 'review', id FROM review WHERE id >= :from AND id < :below
ON CONFLICT (kind, subject) DO NOTHING

-- The newest, in the order in which they were written: those that stand together in a thread come together.
-- posts_with_names_due
-- in   limit int
-- out  id PostId, thread ThreadId, version int, state int, body text, thread_title text, board_kind int, board_subject int?
SELECT post.id, post.thread, post.version, post.state, post.body, thread.title, board.kind, board.subject
FROM (SELECT subject FROM names_due WHERE kind = 'post' AND EXISTS (SELECT 1 FROM post WHERE post.id = names_due.subject)
      ORDER BY subject DESC LIMIT :limit) AS latest
JOIN post ON post.id = latest.subject
JOIN thread ON thread.id = post.thread
JOIN board ON board.id = thread.board
ORDER BY post.id

-- The newest.
-- reviews_with_names_due
-- in   limit int
-- out  id ReviewId, version int, state int, title text, body text, film FilmId
SELECT review.id, review.version, review.state, review.title, review.body, review.film
FROM names_due JOIN review ON review.id = names_due.subject
WHERE names_due.kind = 'review' ORDER BY names_due.subject DESC LIMIT :limit

-- Unless the text has changed since it was read.
-- names_due_take_post
-- in   post PostId, version int, state int
DELETE FROM names_due WHERE kind = 'post' AND subject = :post
  AND EXISTS (SELECT 1 FROM post WHERE post.id = :post AND post.version = :version AND post.state = :state)

-- names_due_take_review
-- in   review ReviewId, version int, state int
DELETE FROM names_due WHERE kind = 'review' AND subject = :review
  AND EXISTS (SELECT 1 FROM review WHERE review.id = :review AND review.version = :version AND review.state = :state)

-- mentions_take
-- in   kind text, subjects int[]
DELETE FROM mention WHERE kind = :kind AND subject IN :subjects

-- mention_add
-- in   kind text, subject int, starts int, ends int, version int, names text, target int, around text
-- in   around_starts int, around_ends int
INSERT INTO mention (kind, subject, starts, ends, version, names, target, around, around_starts, around_ends)
VALUES (:kind, :subject, :starts, :ends, :version, :names, :target, :around, :around_starts, :around_ends)
ON CONFLICT (kind, subject, starts) DO NOTHING

-- What the posts before one named, the nearest last.
-- mentions_before
-- in   thread ThreadId, before PostId, limit int
-- out  names text, target int
SELECT mention.names, mention.target
FROM post JOIN mention ON mention.kind = 'post' AND mention.subject = post.id
WHERE post.thread = :thread AND post.id < :before AND mention.names <> 'scene'
ORDER BY post.id DESC, mention.starts DESC LIMIT :limit
