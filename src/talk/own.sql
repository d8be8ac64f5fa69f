-- The thread of a review that is gone still bears its title.
-- answers_to_member
-- in   member MemberId, latest int, limit int
-- out  id PostId, thread ThreadId, number int, author MemberId?, author_name text?, author_kind int?, title text
-- out  dated text, body text, spoils text
SELECT answer.id, answer.thread, answer.number, answer.author, writer.name, writer.kind, thread.title, answer.dated,
       answer.body, thread.spoils
FROM (SELECT thread, id FROM post WHERE author = :member ORDER BY id DESC LIMIT :latest) AS own
JOIN post AS answer ON answer.thread = own.thread AND answer.parent = own.id
JOIN thread ON thread.id = answer.thread
LEFT JOIN member AS writer ON writer.id = answer.author
LEFT JOIN review ON review.id = thread.review
WHERE answer.state = 0 AND thread.state = 0 AND (review.id IS NULL OR review.state = 0)
  AND (answer.author IS NULL OR answer.author <> :member)
ORDER BY answer.id DESC LIMIT :limit

-- boards_of_member
-- in   member MemberId, latest int, limit int
-- out  id BoardId, kind int, slug text, title text, year int?
SELECT board.id, board.kind, COALESCE(film.slug, person.slug, board.slug), COALESCE(film.title, person.name, board.title),
       film.year
FROM (SELECT thread, id FROM post WHERE author = :member ORDER BY id DESC LIMIT :latest) AS own
JOIN thread ON thread.id = own.thread
JOIN board ON board.id = thread.board
LEFT JOIN film ON board.kind = 1 AND film.id = board.subject
LEFT JOIN person ON board.kind = 2 AND person.id = board.subject
WHERE thread.state = 0
GROUP BY board.id, board.kind, board.slug, board.title, film.slug, film.title, film.year, person.slug, person.name
ORDER BY max(own.id) DESC LIMIT :limit

-- rated_said_lately
-- in   member MemberId, limit int
-- out  film FilmId, rating int, at time
SELECT film, rating, at FROM rating WHERE member = :member ORDER BY at DESC LIMIT :limit

-- rated_reviewed_lately
-- in   member MemberId, limit int
-- out  film FilmId, rating int, at time
SELECT film, rating, created FROM review
WHERE author = :member AND state = 0 AND rating IS NOT NULL ORDER BY id DESC LIMIT :limit
