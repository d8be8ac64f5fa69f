-- threads_miscounting
-- out  thread ThreadId, told int, has int
SELECT thread.id, thread.posts, COUNT(post.id)
FROM thread LEFT JOIN post ON post.thread = thread.id
GROUP BY thread.id, thread.posts HAVING thread.posts <> COUNT(post.id) ORDER BY thread.id

-- Threads whose next post would get a number that was given already.
-- threads_numbering_anew
-- out  thread ThreadId, next_number int
SELECT id, next_number FROM thread
WHERE next_number <= (SELECT MAX(number) FROM post WHERE post.thread = thread.id) ORDER BY id

-- threads_recount
UPDATE thread SET posts = counted.posts, version = version + 1,
                  next_number = CASE WHEN next_number > counted.highest THEN next_number ELSE counted.highest + 1 END
FROM (SELECT one.id AS thread, COUNT(post.id) AS posts, COALESCE(MAX(post.number), 0) AS highest
      FROM thread AS one LEFT JOIN post ON post.thread = one.id GROUP BY one.id) AS counted
WHERE counted.thread = thread.id AND (thread.posts <> counted.posts OR thread.next_number <= counted.highest)

-- threads_with_wrong_last
-- out  thread ThreadId
SELECT thread.id FROM thread JOIN post ON post.thread = thread.id
WHERE post.number = (SELECT MAX(number) FROM post AS any_post WHERE any_post.thread = thread.id)
  AND (thread.last_post IS DISTINCT FROM post.id OR thread.last_author IS DISTINCT FROM post.author)
ORDER BY thread.id

-- threads_set_last
UPDATE thread SET last_post = latest.id, last_author = latest.author, version = version + 1
FROM (SELECT post.thread, post.id, post.author FROM post
      WHERE post.number = (SELECT MAX(number) FROM post AS any_post WHERE any_post.thread = post.thread)) AS latest
WHERE latest.thread = thread.id
  AND (thread.last_post IS DISTINCT FROM latest.id OR thread.last_author IS DISTINCT FROM latest.author)

-- boards_miscounting
-- out  board BoardId, told_threads int, threads int, told_posts int, posts int
SELECT board.id, board.threads, COUNT(thread.id), board.posts, CAST(COALESCE(SUM(thread.posts), 0) AS BIGINT)
FROM board LEFT JOIN thread ON thread.board = board.id
GROUP BY board.id, board.threads, board.posts
HAVING board.threads <> COUNT(thread.id) OR board.posts <> COALESCE(SUM(thread.posts), 0)
ORDER BY board.id

-- boards_recount
UPDATE board SET threads = counted.threads, posts = counted.posts, version = version + 1
FROM (SELECT one.id AS board, COUNT(thread.id) AS threads, CAST(COALESCE(SUM(thread.posts), 0) AS BIGINT) AS posts
      FROM board AS one LEFT JOIN thread ON thread.board = one.id GROUP BY one.id) AS counted
WHERE counted.board = board.id AND (board.threads <> counted.threads OR board.posts <> counted.posts)

-- boards_behind
-- out  board BoardId
SELECT id FROM board WHERE last_at < (SELECT MAX(thread.last_at) FROM thread WHERE thread.board = board.id) ORDER BY id

-- boards_catch_up
UPDATE board SET last_at = latest.at, version = version + 1
FROM (SELECT board, MAX(last_at) AS at FROM thread GROUP BY board) AS latest
WHERE latest.board = board.id AND board.last_at < latest.at

-- All posts, thread by thread, for a look at their order.
-- posts_placed
-- out  thread ThreadId, id PostId, parent PostId?, rank int, depth int
SELECT thread, id, parent, rank, depth FROM post ORDER BY thread, number

-- post_place_set
-- in   thread ThreadId, post PostId, rank int, depth int
UPDATE post SET rank = :rank, depth = :depth WHERE thread = :thread AND id = :post

-- posts_astray
-- out  post PostId
SELECT post.id FROM post
WHERE post.parent IS NOT NULL
  AND NOT EXISTS (SELECT 1 FROM post AS above WHERE above.thread = post.thread AND above.id = post.parent)
ORDER BY post.id

-- posts_without_versions
-- out  post PostId, version int, earlier int
SELECT post.id, post.version, COUNT(post_version.version)
FROM post LEFT JOIN post_version ON post_version.post = post.id
GROUP BY post.id, post.version HAVING COUNT(post_version.version) <> post.version - 1 ORDER BY post.id

-- Earlier texts of posts and reviews that aren't there.
-- versions_astray
-- out  kind text, subject int
SELECT DISTINCT 'post', post_version.post FROM post_version
WHERE NOT EXISTS (SELECT 1 FROM post WHERE post.id = post_version.post)
UNION ALL
SELECT DISTINCT 'review', review_version.review FROM review_version
WHERE NOT EXISTS (SELECT 1 FROM review WHERE review.id = review_version.review)

-- origins_astray
-- out  kind text, subject int
SELECT subject_kind, subject FROM origin
WHERE (subject_kind = 'thread' AND NOT EXISTS (SELECT 1 FROM thread WHERE thread.id = origin.subject))
   OR (subject_kind = 'post' AND NOT EXISTS (SELECT 1 FROM post WHERE post.id = origin.subject))
   OR (subject_kind = 'review' AND NOT EXISTS (SELECT 1 FROM review WHERE review.id = origin.subject))
   OR (subject_kind = 'member' AND NOT EXISTS (SELECT 1 FROM member WHERE member.id = origin.subject))

-- Reviews and the threads of their replies that don't name one another.
-- reviews_astray
-- out  review ReviewId
SELECT review.id FROM review JOIN thread ON thread.id = review.thread WHERE thread.review IS DISTINCT FROM review.id
UNION
SELECT thread.review FROM thread
WHERE thread.review IS NOT NULL
  AND NOT EXISTS (SELECT 1 FROM review WHERE review.id = thread.review AND review.thread = thread.id)

-- boards_astray
-- out  board BoardId
SELECT id FROM board
WHERE (kind = 1 AND NOT EXISTS (SELECT 1 FROM film WHERE film.id = board.subject))
   OR (kind = 2 AND NOT EXISTS (SELECT 1 FROM person WHERE person.id = board.subject))

-- Threads and reviews about scenes that aren't there.
-- about_no_scene
-- out  kind text, subject int
SELECT 'thread', id FROM thread WHERE scene IS NOT NULL AND NOT EXISTS (SELECT 1 FROM scene WHERE scene.id = thread.scene)
UNION ALL
SELECT 'review', id FROM review WHERE scene IS NOT NULL AND NOT EXISTS (SELECT 1 FROM scene WHERE scene.id = review.scene)

-- reviews_miscounting
-- out  review ReviewId
SELECT id FROM review WHERE letters <> length(body) ORDER BY id

-- reviews_recount
UPDATE review SET letters = length(body) WHERE letters <> length(body)

-- Names found in texts that aren't there, or of films, people and scenes that aren't.
-- mentions_astray
-- out  kind text, subject int
SELECT kind, subject FROM mention
WHERE (mention.kind = 'post' AND NOT EXISTS (SELECT 1 FROM post WHERE post.id = mention.subject))
   OR (mention.kind = 'review' AND NOT EXISTS (SELECT 1 FROM review WHERE review.id = mention.subject))
   OR (mention.names = 'film' AND NOT EXISTS (SELECT 1 FROM film WHERE film.id = mention.target))
   OR (mention.names = 'person' AND NOT EXISTS (SELECT 1 FROM person WHERE person.id = mention.target))
   OR (mention.names = 'scene' AND NOT EXISTS (SELECT 1 FROM scene WHERE scene.id = mention.target))
ORDER BY kind, subject, starts

-- mentions_forget_astray
DELETE FROM mention
WHERE (mention.kind = 'post' AND NOT EXISTS (SELECT 1 FROM post WHERE post.id = mention.subject))
   OR (mention.kind = 'review' AND NOT EXISTS (SELECT 1 FROM review WHERE review.id = mention.subject))
   OR (mention.names = 'film' AND NOT EXISTS (SELECT 1 FROM film WHERE film.id = mention.target))
   OR (mention.names = 'person' AND NOT EXISTS (SELECT 1 FROM person WHERE person.id = mention.target))
   OR (mention.names = 'scene' AND NOT EXISTS (SELECT 1 FROM scene WHERE scene.id = mention.target))

-- names_due_astray
-- out  kind text, subject int
SELECT kind, subject FROM names_due
WHERE (names_due.kind = 'post' AND NOT EXISTS (SELECT 1 FROM post WHERE post.id = names_due.subject))
   OR (names_due.kind = 'review' AND NOT EXISTS (SELECT 1 FROM review WHERE review.id = names_due.subject))
ORDER BY kind, subject

-- names_due_forget_astray
DELETE FROM names_due WHERE (names_due.kind = 'post' AND NOT EXISTS (SELECT 1 FROM post WHERE post.id = names_due.subject))
   OR (names_due.kind = 'review' AND NOT EXISTS (SELECT 1 FROM review WHERE review.id = names_due.subject))
