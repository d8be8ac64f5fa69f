-- names_due_add
-- in   kind text, subject int
INSERT INTO names_due (kind, subject) VALUES (:kind, :subject) ON CONFLICT (kind, subject) DO NOTHING

-- names_due_add_posts_of
-- in   member MemberId
INSERT INTO names_due (kind, subject) SELECT 'post', id FROM post WHERE author = :member ON CONFLICT (kind, subject) DO NOTHING

-- names_due_add_reviews_of
-- in   member MemberId
INSERT INTO names_due (kind, subject) SELECT 'review', id FROM review WHERE author = :member ON CONFLICT (kind, subject) DO NOTHING

-- names_due_add_of_thread
-- in   thread ThreadId
INSERT INTO names_due (kind, subject) SELECT 'post', id FROM post WHERE thread = :thread ON CONFLICT (kind, subject) DO NOTHING

-- mentions_take_of_member
-- in   member MemberId
DELETE FROM mention WHERE (kind = 'post' AND subject IN (SELECT id FROM post WHERE author = :member))
  OR (kind = 'review' AND subject IN (SELECT id FROM review WHERE author = :member))

-- mentions_of
-- in   kind text, subjects int[]
-- out  subject int, version int, starts int, ends int, film_slug text?, film_title text?, film_year int?
-- out  person_slug text?, person_name text?, scene SceneId?, scene_slug text?, scene_name text?, scene_spoils text?
SELECT mention.subject, mention.version, mention.starts, mention.ends, film.slug, film.title, film.year, person.slug, person.name,
       scene.id, scene.slug, scene.name, scene.spoils
FROM mention
LEFT JOIN scene ON mention.names = 'scene' AND scene.id = mention.target
LEFT JOIN film ON film.removed = FALSE
  AND ((mention.names = 'film' AND film.id = mention.target) OR (mention.names = 'scene' AND film.id = scene.film))
LEFT JOIN person ON mention.names = 'person' AND person.id = mention.target
WHERE mention.kind = :kind AND mention.subject IN :subjects
ORDER BY mention.subject, mention.starts

-- Of the latest posts that name it, each once: with the first of its sentences that does. Newest first. A text that was
-- changed says nothing until it is read again, and a thread that is a spoiler as a whole never does. The thread of a review that is gone still bears its title.
-- posts_naming
-- in   names text, target int, board_kind int, latest int, limit int
-- out  post PostId, around text, around_starts int, around_ends int, dated text, author MemberId?, author_name text?
-- out  author_kind int?, thread_title text, board_kind int, board_slug text, board_title text, board_year int?
SELECT post.id, mention.around, mention.around_starts, mention.around_ends, post.dated, post.author, writer.name, writer.kind,
       thread.title, board.kind, COALESCE(film.slug, person.slug, board.slug), COALESCE(film.title, person.name, board.title), film.year
FROM (SELECT DISTINCT subject FROM mention WHERE kind = 'post' AND names = :names AND target = :target
      ORDER BY subject DESC LIMIT :latest) AS latest
JOIN mention ON mention.kind = 'post' AND mention.subject = latest.subject
  AND mention.starts = (SELECT MIN(first.starts) FROM mention AS first
                        WHERE first.kind = 'post' AND first.subject = latest.subject AND first.names = :names
                          AND first.target = :target AND first.around <> '')
JOIN post ON post.id = latest.subject
JOIN thread ON thread.id = post.thread
JOIN board ON board.id = thread.board
LEFT JOIN film ON board.kind = 1 AND film.id = board.subject
LEFT JOIN person ON board.kind = 2 AND person.id = board.subject
LEFT JOIN member AS writer ON writer.id = post.author
LEFT JOIN review ON review.id = thread.review
WHERE mention.version = post.version AND post.state = 0 AND thread.state = 0 AND thread.spoils = '' AND (review.id IS NULL OR review.state = 0)
  AND (board.kind <> :board_kind OR board.subject <> :target)
ORDER BY latest.subject DESC LIMIT :limit

-- As posts_naming. own: the film on whose page they stand already, 0 for none.
-- reviews_naming
-- in   names text, target int, own FilmId, latest int, limit int
-- out  review ReviewId, around text, around_starts int, around_ends int, dated text, author MemberId?, author_name text?
-- out  author_kind int?, title text, film_slug text, film_title text, film_year int?
SELECT review.id, mention.around, mention.around_starts, mention.around_ends, review.dated, review.author, writer.name,
       writer.kind, review.title, film.slug, film.title, film.year
FROM (SELECT DISTINCT subject FROM mention WHERE kind = 'review' AND names = :names AND target = :target
      ORDER BY subject DESC LIMIT :latest) AS latest
JOIN mention ON mention.kind = 'review' AND mention.subject = latest.subject
  AND mention.starts = (SELECT MIN(first.starts) FROM mention AS first
                        WHERE first.kind = 'review' AND first.subject = latest.subject AND first.names = :names
                          AND first.target = :target AND first.around <> '')
JOIN review ON review.id = latest.subject
JOIN film ON film.id = review.film
LEFT JOIN member AS writer ON writer.id = review.author
WHERE mention.version = review.version AND review.state = 0 AND review.film <> :own
ORDER BY latest.subject DESC LIMIT :limit

-- Films that stand in the latest posts that name this one, the most often first.
-- films_named_with
-- in   film FilmId, latest int, limit int
-- out  film FilmId, posts int
SELECT other.target, COUNT(DISTINCT other.subject)
FROM (SELECT DISTINCT subject FROM mention WHERE kind = 'post' AND names = 'film' AND target = :film
      ORDER BY subject DESC LIMIT :latest) AS latest
JOIN mention AS own ON own.kind = 'post' AND own.subject = latest.subject AND own.names = 'film' AND own.target = :film
JOIN mention AS other ON other.kind = 'post' AND other.subject = latest.subject
JOIN post ON post.id = latest.subject
JOIN thread ON thread.id = post.thread
LEFT JOIN review ON review.id = thread.review
WHERE own.around <> '' AND other.around <> '' AND other.names = 'film' AND other.target <> :film
  AND own.version = post.version AND post.state = 0
  AND thread.state = 0 AND (review.id IS NULL OR review.state = 0)
GROUP BY other.target ORDER BY COUNT(DISTINCT other.subject) DESC, other.target LIMIT :limit
