-- ratings_said
-- in   film FilmId
-- out  rating int, count int
SELECT rating, count(*) FROM rating WHERE film = :film GROUP BY rating ORDER BY rating

-- Of each author the latest review that rates the film, unless they said something else on its page.
-- ratings_reviewed
-- in   film FilmId
-- out  rating int, count int
SELECT review.rating, count(*)
FROM review LEFT JOIN rating ON rating.film = review.film AND rating.member = review.author
WHERE review.film = :film AND review.state = 0 AND review.rating IS NOT NULL AND rating.member IS NULL
  AND NOT EXISTS (SELECT 1 FROM review AS later
                  WHERE later.author = review.author AND later.id > review.id AND later.film = review.film
                    AND later.state = 0 AND later.rating IS NOT NULL)
GROUP BY review.rating ORDER BY review.rating

-- rating_said_by
-- in   film FilmId, member MemberId
-- out  rating int
SELECT rating FROM rating WHERE film = :film AND member = :member

-- rating_reviewed_by
-- in   film FilmId, member MemberId
-- out  id ReviewId, rating int
SELECT id, rating FROM review
WHERE author = :member AND film = :film AND state = 0 AND rating IS NOT NULL ORDER BY id DESC LIMIT 1

-- rating_set
-- in   film FilmId, member MemberId, rating int, at time
INSERT INTO rating (film, member, rating, at) VALUES (:film, :member, :rating, :at)
ON CONFLICT (film, member) DO UPDATE SET rating = :rating, at = :at

-- rating_drop
-- in   film FilmId, member MemberId
DELETE FROM rating WHERE film = :film AND member = :member

-- ratings_drop_all
-- in   member MemberId
DELETE FROM rating WHERE member = :member
