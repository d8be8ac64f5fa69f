-- How many posts name each scene of a film, in threads that all may read and that aren't about it.
-- posts_naming_scenes
-- in   film FilmId
-- out  scene SceneId, texts int
SELECT scene.id, COUNT(DISTINCT post.id)
FROM scene
JOIN mention ON mention.kind = 'post' AND mention.names = 'scene' AND mention.target = scene.id
JOIN post ON post.id = mention.subject AND post.version = mention.version AND post.state = 0
JOIN thread ON thread.id = post.thread AND thread.state = 0 AND thread.scene IS DISTINCT FROM scene.id
WHERE scene.film = :film GROUP BY scene.id

-- How many posts the threads about each scene have.
-- posts_about_scenes
-- in   film FilmId
-- out  scene SceneId, texts int
SELECT scene.id, CAST(COALESCE(SUM(thread.posts), 0) AS BIGINT)
FROM scene JOIN thread ON thread.scene = scene.id
WHERE scene.film = :film AND thread.state = 0 GROUP BY scene.id

-- How many reviews name each scene of a film or are about it.
-- reviews_on_scenes
-- in   film FilmId
-- out  scene SceneId, texts int
SELECT scene.id, COUNT(DISTINCT review.id)
FROM scene JOIN review ON review.film = scene.film AND review.state = 0
LEFT JOIN mention ON mention.kind = 'review' AND mention.subject = review.id AND mention.version = review.version
  AND mention.names = 'scene' AND mention.target = scene.id
WHERE scene.film = :film AND (review.scene = scene.id OR mention.subject IS NOT NULL) GROUP BY scene.id

-- threads_about_scene
-- in   scene SceneId, limit int
-- out  id ThreadId
SELECT id FROM thread WHERE scene = :scene AND state = 0 ORDER BY last_at DESC LIMIT :limit

-- thread_set_scene
-- in   thread ThreadId, scene SceneId?
UPDATE thread SET scene = :scene, version = version + 1 WHERE id = :thread

-- review_set_scene
-- in   review ReviewId, scene SceneId?
UPDATE review SET scene = :scene WHERE id = :review

-- scene_of_thread
-- in   thread ThreadId
-- out  scene SceneId?
SELECT scene FROM thread WHERE id = :thread

-- scene_of_review
-- in   review ReviewId
-- out  scene SceneId?
SELECT scene FROM review WHERE id = :review

-- names_due_add_board_of
-- in   film FilmId
INSERT INTO names_due (kind, subject)
SELECT 'post', post.id FROM board JOIN thread ON thread.board = board.id JOIN post ON post.thread = thread.id
WHERE board.kind = 1 AND board.subject = :film
ON CONFLICT (kind, subject) DO NOTHING

-- names_due_add_reviews_of_film
-- in   film FilmId
INSERT INTO names_due (kind, subject) SELECT 'review', id FROM review WHERE film = :film ON CONFLICT (kind, subject) DO NOTHING
