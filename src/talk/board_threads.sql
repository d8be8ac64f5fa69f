-- Pinned first, then the most lately answered.
-- threads_of_board
-- in   board BoardId, hidden_too bool, limit int, skip int
-- out  id ThreadId, title text, author MemberId?, author_name text?, author_kind int?, dated text, locked bool
-- out  pinned bool, state int, posts int, last_at time, created time, last_name text?, last_dated text?
SELECT thread.id, thread.title, thread.author, starter.name, starter.kind, thread.dated, thread.locked, thread.pinned,
       thread.state, thread.posts, thread.last_at, thread.created, latest.name, last.dated
FROM thread
LEFT JOIN member AS starter ON starter.id = thread.author
LEFT JOIN member AS latest ON latest.id = thread.last_author
LEFT JOIN post AS last ON last.thread = thread.id AND last.id = thread.last_post
WHERE thread.board = :board AND (thread.state = 0 OR :hidden_too)
ORDER BY thread.pinned DESC, thread.last_at DESC LIMIT :limit OFFSET :skip

-- Pinned first, then those with the most posts, or those that came here last.
-- threads_of_board_in_order
-- in   board BoardId, hidden_too bool, by_posts bool, limit int, skip int
-- out  id ThreadId, title text, author MemberId?, author_name text?, author_kind int?, dated text, locked bool
-- out  pinned bool, state int, posts int, last_at time, created time, last_name text?, last_dated text?
SELECT thread.id, thread.title, thread.author, starter.name, starter.kind, thread.dated, thread.locked, thread.pinned,
       thread.state, thread.posts, thread.last_at, thread.created, latest.name, last.dated
FROM thread
LEFT JOIN member AS starter ON starter.id = thread.author
LEFT JOIN member AS latest ON latest.id = thread.last_author
LEFT JOIN post AS last ON last.thread = thread.id AND last.id = thread.last_post
WHERE thread.id IN (
  SELECT id FROM thread WHERE board = :board AND (state = 0 OR :hidden_too)
  ORDER BY pinned DESC, CASE WHEN :by_posts THEN posts ELSE created END DESC, id DESC LIMIT :limit OFFSET :skip)
ORDER BY thread.pinned DESC, CASE WHEN :by_posts THEN thread.posts ELSE thread.created END DESC, thread.id DESC
