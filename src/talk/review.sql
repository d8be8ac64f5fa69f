-- review_by_id
-- in   review ReviewId
-- out  id ReviewId, film FilmId, author MemberId?, author_name text?, author_kind int?, title text, body text
-- out  audience text, rating int?, rating_kept text, minutes int?, dated text, edited text?, state int
-- out  thread ThreadId?, version int, created time
SELECT review.id, review.film, review.author, member.name, member.kind, review.title, review.body, review.audience,
       review.rating, review.rating_kept, review.minutes, review.dated, review.edited, review.state, review.thread,
       review.version, review.created
FROM review LEFT JOIN member ON member.id = review.author
WHERE review.id = :review

-- Of one film; rating: only those that gave so many half stars, 0 for all.
-- reviews_newest
-- in   film FilmId, rating int, limit int, skip int
-- out  id ReviewId, author MemberId?, author_name text?, author_kind int?, title text, body text, rating int?
-- out  rating_kept text, minutes int?, dated text, created time, answers int
SELECT review.id, review.author, member.name, member.kind, review.title, review.body, review.rating, review.rating_kept,
       review.minutes, review.dated, review.created, COALESCE(thread.posts, 0)
FROM review LEFT JOIN member ON member.id = review.author LEFT JOIN thread ON thread.id = review.thread
WHERE review.film = :film AND review.state = 0 AND (:rating = 0 OR review.rating = :rating)
ORDER BY review.id DESC LIMIT :limit OFFSET :skip

-- reviews_oldest
-- in   film FilmId, rating int, limit int, skip int
-- out  id ReviewId, author MemberId?, author_name text?, author_kind int?, title text, body text, rating int?
-- out  rating_kept text, minutes int?, dated text, created time, answers int
SELECT review.id, review.author, member.name, member.kind, review.title, review.body, review.rating, review.rating_kept,
       review.minutes, review.dated, review.created, COALESCE(thread.posts, 0)
FROM review LEFT JOIN member ON member.id = review.author LEFT JOIN thread ON thread.id = review.thread
WHERE review.film = :film AND review.state = 0 AND (:rating = 0 OR review.rating = :rating)
ORDER BY review.id LIMIT :limit OFFSET :skip

-- reviews_longest
-- in   film FilmId, rating int, limit int, skip int
-- out  id ReviewId, author MemberId?, author_name text?, author_kind int?, title text, body text, rating int?
-- out  rating_kept text, minutes int?, dated text, created time, answers int
SELECT review.id, review.author, member.name, member.kind, review.title, review.body, review.rating, review.rating_kept,
       review.minutes, review.dated, review.created, COALESCE(thread.posts, 0)
FROM review LEFT JOIN member ON member.id = review.author LEFT JOIN thread ON thread.id = review.thread
WHERE review.film = :film AND review.state = 0 AND (:rating = 0 OR review.rating = :rating)
ORDER BY review.letters DESC, review.id DESC LIMIT :limit OFFSET :skip

-- reviews_most_answered
-- in   film FilmId, rating int, limit int, skip int
-- out  id ReviewId, author MemberId?, author_name text?, author_kind int?, title text, body text, rating int?
-- out  rating_kept text, minutes int?, dated text, created time, answers int
SELECT review.id, review.author, member.name, member.kind, review.title, review.body, review.rating, review.rating_kept,
       review.minutes, review.dated, review.created, COALESCE(thread.posts, 0)
FROM review LEFT JOIN member ON member.id = review.author LEFT JOIN thread ON thread.id = review.thread
WHERE review.film = :film AND review.state = 0 AND (:rating = 0 OR review.rating = :rating)
ORDER BY COALESCE(thread.posts, 0) DESC, review.id DESC LIMIT :limit OFFSET :skip

-- average: in thousandths of half a star. farthest: those farthest from it first, else those closest.
-- reviews_by_distance
-- in   film FilmId, rating int, average int, farthest bool, limit int, skip int
-- out  id ReviewId, author MemberId?, author_name text?, author_kind int?, title text, body text, rating int?
-- out  rating_kept text, minutes int?, dated text, created time, answers int
SELECT review.id, review.author, member.name, member.kind, review.title, review.body, review.rating, review.rating_kept,
       review.minutes, review.dated, review.created, COALESCE(thread.posts, 0)
FROM review LEFT JOIN member ON member.id = review.author LEFT JOIN thread ON thread.id = review.thread
WHERE review.film = :film AND review.state = 0 AND (:rating = 0 OR review.rating = :rating)
ORDER BY CASE WHEN review.rating IS NULL THEN 1 ELSE 0 END,
         CASE WHEN :farthest THEN -1 ELSE 1 END * abs(COALESCE(review.rating, 0) * 1000 - :average), review.id DESC
LIMIT :limit OFFSET :skip

-- reviews_of_film_count
-- in   film FilmId, rating int
-- out  count int
SELECT count(*) FROM review WHERE film = :film AND state = 0 AND (:rating = 0 OR rating = :rating)

-- reviews_lately
-- in   before ReviewId, limit int
-- out  id ReviewId, author MemberId?, author_name text?, author_kind int?, title text, body text, rating int?
-- out  dated text, created time, film_slug text
-- out  film_title text, film_year int?
SELECT review.id, review.author, member.name, member.kind, review.title, review.body, review.rating, review.dated,
       review.created, film.slug, film.title, film.year
FROM review JOIN film ON film.id = review.film LEFT JOIN member ON member.id = review.author
WHERE review.state = 0 AND review.id < :before ORDER BY review.id DESC LIMIT :limit

-- reviews_of_scene
-- in   scene SceneId, limit int
-- out  id ReviewId, author MemberId?, author_name text?, author_kind int?, title text, body text, rating int?
-- out  dated text, created time, film_slug text
-- out  film_title text, film_year int?
SELECT review.id, review.author, member.name, member.kind, review.title, review.body, review.rating, review.dated,
       review.created, film.slug, film.title, film.year
FROM review JOIN film ON film.id = review.film LEFT JOIN member ON member.id = review.author
WHERE review.state = 0 AND review.scene = :scene ORDER BY review.id DESC LIMIT :limit

-- reviews_by_member
-- in   member MemberId, before ReviewId, limit int
-- out  id ReviewId, title text, body text, rating int?, dated text, created time, film_slug text, film_title text
-- out  film_year int?
SELECT review.id, review.title, review.body, review.rating, review.dated, review.created, film.slug, film.title, film.year
FROM review JOIN film ON film.id = review.film
WHERE review.author = :member AND review.state = 0 AND review.id < :before ORDER BY review.id DESC LIMIT :limit

-- review_add
-- in   id ReviewId, film FilmId, author MemberId?, title text, body text, audience text, rating int?
-- in   rating_kept text, minutes int?, dated text, created time
INSERT INTO review (id, film, author, title, body, audience, rating, rating_kept, minutes, letters, dated, created)
VALUES (:id, :film, :author, :title, :body, :audience, :rating, :rating_kept, :minutes, length(:body), :dated, :created)

-- review_edit
-- in   review ReviewId, title text, body text, audience text, rating int?, edited text
UPDATE review SET title = :title, body = :body, letters = length(:body), audience = :audience, rating = :rating,
                  edited = :edited, version = version + 1
WHERE id = :review

-- review_version_add
-- in   review ReviewId, version int, title text, body text, audience text, rating int?, editor MemberId?, at time
INSERT INTO review_version (review, version, title, body, audience, rating, editor, at)
VALUES (:review, :version, :title, :body, :audience, :rating, :editor, :at)

-- review_versions
-- in   review ReviewId
-- out  version int, title text, body text, audience text, rating int?, editor_name text?, at time
SELECT review_version.version, review_version.title, review_version.body, review_version.audience, review_version.rating,
       member.name, review_version.at
FROM review_version LEFT JOIN member ON member.id = review_version.editor
WHERE review_version.review = :review ORDER BY review_version.version

-- review_set_state
-- in   review ReviewId, state int
UPDATE review SET state = :state, version = version + 1 WHERE id = :review

-- review_set_thread
-- in   review ReviewId, thread ThreadId
UPDATE review SET thread = :thread WHERE id = :review

-- reviews_withdraw_all
-- in   member MemberId
UPDATE review SET state = 1, version = version + 1 WHERE author = :member AND state = 0
