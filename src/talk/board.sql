-- The title and address of a board of a film or a person are those of its subject.
-- board_by_id
-- in   board BoardId
-- out  id BoardId, kind int, subject int, slug text, title text, year int?, about text, threads int, posts int
-- out  version int
SELECT board.id, board.kind, board.subject, COALESCE(film.slug, person.slug, board.slug),
       COALESCE(film.title, person.name, board.title), film.year, board.about, board.threads, board.posts, board.version
FROM board
LEFT JOIN film ON board.kind = 1 AND film.id = board.subject
LEFT JOIN person ON board.kind = 2 AND person.id = board.subject
WHERE board.id = :board

-- board_of
-- in   kind int, subject int
-- out  id BoardId
SELECT id FROM board WHERE kind = :kind AND subject = :subject

-- board_general
-- in   slug text
-- out  id BoardId
SELECT id FROM board WHERE kind = 0 AND slug = :slug

-- boards_general
-- out  id BoardId, slug text, title text, about text, threads int, posts int, last_at time
SELECT id, slug, title, about, threads, posts, last_at FROM board WHERE kind = 0 ORDER BY position, id

-- Boards of films or persons, the most lately spoken on first.
-- boards_lately
-- in   kind int, limit int
-- out  id BoardId, slug text, title text, year int?, threads int, posts int, last_at time
SELECT board.id, COALESCE(film.slug, person.slug, board.slug), COALESCE(film.title, person.name, board.title), film.year,
       board.threads, board.posts, board.last_at
FROM board
LEFT JOIN film ON board.kind = 1 AND film.id = board.subject
LEFT JOIN person ON board.kind = 2 AND person.id = board.subject
WHERE board.kind = :kind AND board.threads > 0
ORDER BY board.last_at DESC LIMIT :limit

-- board_add
-- in   id BoardId, kind int, subject int, slug text, title text, about text, position int, at time
INSERT INTO board (id, kind, subject, slug, title, about, position, last_at, created)
VALUES (:id, :kind, :subject, :slug, :title, :about, :position, :at, :at)

-- board_change
-- in   board BoardId, title text, about text, position int
UPDATE board SET title = :title, about = :about, position = :position, version = version + 1 WHERE id = :board

-- board_grow
-- in   board BoardId, threads int, posts int, at time
UPDATE board SET threads = threads + :threads, posts = posts + :posts, version = version + 1,
                 last_at = CASE WHEN last_at > :at THEN last_at ELSE :at END
WHERE id = :board
