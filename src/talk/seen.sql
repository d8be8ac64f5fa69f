-- What a member has said of these films, and those that they have rated or reviewed: seen whole.
-- seen_of
-- in   member MemberId, films FilmId[]
-- out  film FilmId, minutes int?
SELECT film, minutes FROM seen WHERE member = :member AND film IN :films
UNION ALL SELECT film, NULL FROM rating WHERE member = :member AND film IN :films
UNION ALL SELECT film, NULL FROM review WHERE author = :member AND film IN :films AND state = 0

-- seen_set
-- in   member MemberId, film FilmId, minutes int?, at time
INSERT INTO seen (member, film, minutes, at) VALUES (:member, :film, :minutes, :at)
ON CONFLICT (member, film) DO UPDATE SET minutes = :minutes, at = :at

-- seen_drop
-- in   member MemberId, film FilmId
DELETE FROM seen WHERE member = :member AND film = :film

-- seen_drop_all
-- in   member MemberId
DELETE FROM seen WHERE member = :member
