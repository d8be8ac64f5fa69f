-- correction_add
-- in   id ChangeId, kind text, subject int, words text, words_fold text, nth int, names text, target int, member MemberId
-- in   standing int, at time
INSERT INTO correction (id, kind, subject, words, words_fold, nth, names, target, member, standing, at)
VALUES (:id, :kind, :subject, :words, :words_fold, :nth, :names, :target, :member, :standing, :at)

-- Of all that was ever said of a text.
-- corrections_counted
-- in   kind text, subject int
-- out  count int
SELECT COUNT(*) FROM correction WHERE kind = :kind AND subject = :subject

-- correction_waiting
-- in   kind text, subject int, words text, nth int, names text, target int
-- out  id ChangeId
SELECT id FROM correction
WHERE kind = :kind AND subject = :subject AND words = :words AND nth = :nth AND names = :names AND target = :target AND standing = 0

-- correction_by_id
-- in   id ChangeId, kind text, subject int
-- out  words text, nth int, names text, target int, standing int
SELECT words, nth, names, target, standing FROM correction WHERE id = :id AND kind = :kind AND subject = :subject

-- correction_settle
-- in   id ChangeId, standing int, settled_by MemberId
UPDATE correction SET standing = :standing, settled_by = :settled_by WHERE id = :id AND standing = 0

-- What was said of the same words before, or is proposed still.
-- corrections_replace
-- in   kind text, subject int, words text, nth int, except ChangeId
UPDATE correction SET standing = 3
WHERE kind = :kind AND subject = :subject AND words = :words AND nth = :nth AND standing IN (0, 1) AND id <> :except

-- corrections_proposed
-- in   kind text, subject int
-- out  id ChangeId, words text, nth int, names text, target int, member text, film_slug text?, film_title text?
-- out  film_year int?, person_slug text?, person_name text?
SELECT correction.id, correction.words, correction.nth, correction.names, correction.target, member.name, film.slug, film.title,
       film.year, person.slug, person.name
FROM correction
JOIN member ON member.id = correction.member
LEFT JOIN film ON correction.names = 'film' AND film.id = correction.target
LEFT JOIN person ON correction.names = 'person' AND person.id = correction.target
WHERE correction.kind = :kind AND correction.subject = :subject AND correction.standing = 0
ORDER BY correction.id

-- In the order in which they were said, so that the last word counts.
-- corrections_standing
-- in   kind text, subjects int[]
-- out  subject int, words text, nth int, names text, target int, title text
SELECT correction.subject, correction.words, correction.nth, correction.names, correction.target, COALESCE(film.title, person.name, '')
FROM correction
LEFT JOIN film ON correction.names = 'film' AND film.id = correction.target
LEFT JOIN person ON correction.names = 'person' AND person.id = correction.target
WHERE correction.kind = :kind AND correction.subject IN :subjects AND correction.standing = 1
ORDER BY correction.subject, correction.id

-- What members made of the same words in several texts, over all that stands.
-- corrections_by_words
-- in   limit int
-- out  words_fold text, names text, target int, texts int
SELECT words_fold, names, target, COUNT(DISTINCT subject)
FROM correction WHERE standing = 1
GROUP BY words_fold, names, target HAVING COUNT(DISTINCT subject) > 1
ORDER BY words_fold, names, target LIMIT :limit

-- texts_with_proposals
-- in   limit int
-- out  kind text, subject int, proposals int, title text
SELECT waiting.kind, waiting.subject, waiting.proposals, COALESCE(thread.title, review.title, '')
FROM (SELECT kind, subject, COUNT(*) AS proposals, MIN(id) AS oldest FROM correction WHERE standing = 0 GROUP BY kind, subject) AS waiting
LEFT JOIN post ON waiting.kind = 'post' AND post.id = waiting.subject
LEFT JOIN thread ON thread.id = post.thread
LEFT JOIN review ON waiting.kind = 'review' AND review.id = waiting.subject
WHERE post.state = 0 OR review.state = 0
ORDER BY waiting.oldest LIMIT :limit

-- mentions_take_within
-- in   kind text, subject int, starts int, ends int
DELETE FROM mention WHERE kind = :kind AND subject = :subject AND starts < :ends AND ends > :starts
