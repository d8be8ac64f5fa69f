-- In the order of their numbers.
-- posts_flat
-- in   thread ThreadId, after int, limit int
-- out  id PostId, number int, depth int, parent PostId?, author MemberId?, dated text, edited text?, state int, body text
-- out  signature text, version int, created time
SELECT id, number, depth, parent, author, dated, edited, state, body, signature, version, created FROM post
WHERE thread = :thread AND number > :after
ORDER BY number LIMIT :limit

-- In the order of the tree: each post before its replies, replies in the order of their numbers.
-- posts_tree
-- in   thread ThreadId, skip int, limit int
-- out  id PostId, number int, depth int, parent PostId?, author MemberId?, dated text, edited text?, state int, body text
-- out  signature text, version int, created time
SELECT id, number, depth, parent, author, dated, edited, state, body, signature, version, created FROM post
WHERE thread = :thread
  AND rank >= (SELECT rank FROM post WHERE thread = :thread ORDER BY rank LIMIT 1 OFFSET :skip)
ORDER BY rank LIMIT :limit

-- posts_replying
-- in   thread ThreadId, parent PostId, limit int
-- out  id PostId, number int, depth int, parent PostId?, author MemberId?, dated text, edited text?, state int, body text
-- out  signature text, version int, created time
SELECT id, number, depth, parent, author, dated, edited, state, body, signature, version, created FROM post
WHERE thread = :thread AND parent = :parent
ORDER BY number LIMIT :limit

-- writers_named
-- in   members MemberId[]
-- out  id MemberId, name text, kind int, signature text
SELECT id, name, kind, signature FROM member WHERE id IN :members

-- post_by_id
-- in   post PostId
-- out  thread ThreadId, id PostId, number int, rank int, depth int, parent PostId?, author MemberId?
-- out  author_name text?, author_kind int?, dated text, edited text?, state int, body text, signature text
-- out  member_signature text?, version int, created time, parent_number int?, parent_name text?
SELECT post.thread, post.id, post.number, post.rank, post.depth, post.parent, post.author, writer.name, writer.kind,
       post.dated, post.edited, post.state, post.body, post.signature, writer.signature, post.version, post.created,
       above.number, asked.name
FROM post
LEFT JOIN member AS writer ON writer.id = post.author
LEFT JOIN post AS above ON above.thread = post.thread AND above.id = post.parent
LEFT JOIN member AS asked ON asked.id = above.author
WHERE post.id = :post

-- Who wrote the posts that are quoted on a page.
-- posts_named
-- in   posts PostId[]
-- out  id PostId, thread ThreadId, number int, author_name text?
SELECT post.id, post.thread, post.number, member.name
FROM post LEFT JOIN member ON member.id = post.author
WHERE post.id IN :posts

-- How many posts stand before a rank: the place of a post in the tree order, from 0.
-- post_place
-- in   thread ThreadId, rank int
-- out  place int
SELECT count(*) FROM post WHERE thread = :thread AND rank < :rank

-- The first post behind a post and all that hangs on it.
-- post_behind
-- in   thread ThreadId, rank int, depth int
-- out  rank int
SELECT rank FROM post WHERE thread = :thread AND rank > :rank AND depth <= :depth ORDER BY rank LIMIT 1

-- The last post before a rank.
-- post_before
-- in   thread ThreadId, rank int
-- out  rank int
SELECT rank FROM post WHERE thread = :thread AND rank < :rank ORDER BY rank DESC LIMIT 1

-- post_newest
-- in   thread ThreadId
-- out  id PostId
SELECT id FROM post WHERE thread = :thread ORDER BY number DESC LIMIT 1

-- post_last
-- in   thread ThreadId
-- out  rank int
SELECT rank FROM post WHERE thread = :thread ORDER BY rank DESC LIMIT 1

-- Gives all posts of a thread new ranks, evenly apart, in the same order.
-- posts_renumber
-- in   thread ThreadId, gap int
UPDATE post SET rank = ordered.place * :gap
FROM (SELECT id, row_number() OVER (ORDER BY rank) AS place FROM post WHERE thread = :thread) AS ordered
WHERE post.thread = :thread AND post.id = ordered.id

-- post_add
-- in   thread ThreadId, id PostId, number int, rank int, depth int, parent PostId?, author MemberId?, dated text
-- in   edited text?, state int, body text, signature text, created time
INSERT INTO post (thread, id, number, rank, depth, parent, author, dated, edited, state, body, signature, created)
VALUES (:thread, :id, :number, :rank, :depth, :parent, :author, :dated, :edited, :state, :body, :signature, :created)

-- post_edit
-- in   thread ThreadId, post PostId, body text, edited text
UPDATE post SET body = :body, edited = :edited, version = version + 1 WHERE thread = :thread AND id = :post

-- post_set_state
-- in   thread ThreadId, post PostId, state int
UPDATE post SET state = :state WHERE thread = :thread AND id = :post

-- post_version_add
-- in   post PostId, version int, body text, editor MemberId?, at time
INSERT INTO post_version (post, version, body, editor, at) VALUES (:post, :version, :body, :editor, :at)

-- post_versions
-- in   post PostId
-- out  version int, body text, editor MemberId?, editor_name text?, at time
SELECT post_version.version, post_version.body, post_version.editor, member.name, post_version.at
FROM post_version LEFT JOIN member ON member.id = post_version.editor
WHERE post_version.post = :post ORDER BY post_version.version

-- posts_by_member
-- in   member MemberId, before PostId, limit int
-- out  id PostId, thread ThreadId, title text, number int, dated text, body text, created time, board_kind int
-- out  board_slug text, board_title text, year int?, spoils text
SELECT post.id, post.thread, thread.title, post.number, post.dated, post.body, post.created, board.kind,
       COALESCE(film.slug, person.slug, board.slug), COALESCE(film.title, person.name, board.title), film.year, thread.spoils
FROM post JOIN thread ON thread.id = post.thread JOIN board ON board.id = thread.board
LEFT JOIN film ON board.kind = 1 AND film.id = board.subject
LEFT JOIN person ON board.kind = 2 AND person.id = board.subject
WHERE post.author = :member AND post.state = 0 AND thread.state = 0 AND post.id < :before
ORDER BY post.id DESC LIMIT :limit

-- Threads in which a member has posts that stand.
-- threads_with_posts_of
-- in   member MemberId
-- out  thread ThreadId
SELECT DISTINCT thread FROM post WHERE author = :member AND state = 0

-- posts_withdraw_all
-- in   member MemberId
UPDATE post SET state = 1 WHERE author = :member AND state = 0

-- sent_find
-- in   digest bytes
-- out  thread ThreadId, post PostId, at time
SELECT thread, post, at FROM sent WHERE digest = :digest

-- sent_add
-- in   digest bytes, thread ThreadId, post PostId, at time
INSERT INTO sent (digest, thread, post, at) VALUES (:digest, :thread, :post, :at)
ON CONFLICT (digest) DO UPDATE SET thread = :thread, post = :post, at = :at

-- Changes nothing where the same was sent at `since` or later. Asks nothing first: on PostgreSQL whoever looks for what isn't
-- there stands in the way of all who add something beside it.
-- sent_claim
-- in   digest bytes, thread ThreadId, post PostId, at time, since time
INSERT INTO sent (digest, thread, post, at) VALUES (:digest, :thread, :post, :at)
ON CONFLICT (digest) DO UPDATE SET thread = :thread, post = :post, at = :at WHERE sent.at < :since

-- sent_forget
-- in   before time
DELETE FROM sent WHERE at < :before
