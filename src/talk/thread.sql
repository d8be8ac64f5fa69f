-- thread_by_id
-- in   thread ThreadId
-- out  id ThreadId, board BoardId, title text, author MemberId?, dated text, locked bool, pinned bool, state int
-- out  posts int, next_number int, last_at time, review ReviewId?, spoils text, version int, created time
SELECT id, board, title, author, dated, locked, pinned, state, posts, next_number, last_at, review, spoils, version, created
FROM thread WHERE id = :thread

-- The most lately answered threads of the whole site.
-- threads_lately
-- in   limit int
-- out  id ThreadId, title text, author MemberId?, author_name text?, author_kind int?, posts int, last_at time
-- out  created time, last_name text?, last_dated text?, board BoardId, board_kind int
-- out  board_slug text, board_title text, year int?
SELECT thread.id, thread.title, thread.author, starter.name, starter.kind, thread.posts, thread.last_at,
       thread.created, latest.name, last.dated, board.id, board.kind,
       COALESCE(film.slug, person.slug, board.slug), COALESCE(film.title, person.name, board.title), film.year
FROM thread
JOIN board ON board.id = thread.board
LEFT JOIN film ON board.kind = 1 AND film.id = board.subject
LEFT JOIN person ON board.kind = 2 AND person.id = board.subject
LEFT JOIN member AS starter ON starter.id = thread.author
LEFT JOIN member AS latest ON latest.id = thread.last_author
LEFT JOIN post AS last ON last.thread = thread.id AND last.id = thread.last_post
WHERE thread.state = 0 AND thread.review IS NULL
ORDER BY thread.last_at DESC LIMIT :limit

-- Those among these threads that are not hidden and not of a review that is gone, in no order.
-- threads_named
-- in   threads ThreadId[]
-- out  id ThreadId, title text, author MemberId?, author_name text?, author_kind int?, posts int, last_at time
-- out  created time, last_name text?, last_dated text?, board BoardId, board_kind int
-- out  board_slug text, board_title text, year int?
SELECT thread.id, thread.title, thread.author, starter.name, starter.kind, thread.posts, thread.last_at,
       thread.created, latest.name, last.dated, board.id, board.kind,
       COALESCE(film.slug, person.slug, board.slug), COALESCE(film.title, person.name, board.title), film.year
FROM thread
JOIN board ON board.id = thread.board
LEFT JOIN film ON board.kind = 1 AND film.id = board.subject
LEFT JOIN person ON board.kind = 2 AND person.id = board.subject
LEFT JOIN member AS starter ON starter.id = thread.author
LEFT JOIN member AS latest ON latest.id = thread.last_author
LEFT JOIN post AS last ON last.thread = thread.id AND last.id = thread.last_post
LEFT JOIN review ON review.id = thread.review
WHERE thread.id IN :threads AND thread.state = 0 AND (review.id IS NULL OR review.state = 0)

-- threads_by_member
-- in   member MemberId, limit int
-- out  id ThreadId, title text, posts int, last_at time, board BoardId
SELECT id, title, posts, last_at, board FROM thread WHERE author = :member AND state = 0 ORDER BY created DESC LIMIT :limit

-- thread_add
-- in   id ThreadId, board BoardId, title text, author MemberId?, dated text, posts int, last_post PostId?
-- in   last_author MemberId?, last_at time, review ReviewId?, created time
INSERT INTO thread (id, board, title, author, dated, posts, next_number, last_post, last_author, last_at, review, created)
VALUES (:id, :board, :title, :author, :dated, :posts, :posts + 1, :last_post, :last_author, :last_at, :review, :created)

-- thread_grow
-- in   thread ThreadId, last_post PostId, last_author MemberId?, at time
UPDATE thread SET posts = posts + 1, next_number = next_number + 1, last_post = :last_post, last_author = :last_author,
                  last_at = :at, version = version + 1
WHERE id = :thread

-- Something in the thread looks different now.
-- thread_touch
-- in   thread ThreadId
UPDATE thread SET version = version + 1 WHERE id = :thread

-- thread_rename
-- in   thread ThreadId, title text
UPDATE thread SET title = :title, version = version + 1 WHERE id = :thread

-- thread_lock
-- in   thread ThreadId, locked bool
UPDATE thread SET locked = :locked, version = version + 1 WHERE id = :thread

-- thread_pin
-- in   thread ThreadId, pinned bool
UPDATE thread SET pinned = :pinned, version = version + 1 WHERE id = :thread

-- thread_set_state
-- in   thread ThreadId, state int
UPDATE thread SET state = :state, version = version + 1 WHERE id = :thread

-- thread_move
-- in   thread ThreadId, board BoardId
UPDATE thread SET board = :board, version = version + 1 WHERE id = :thread

-- thread_mark
-- in   thread ThreadId, spoils text
UPDATE thread SET spoils = :spoils, version = version + 1 WHERE id = :thread
