-- doubt_add
-- in   id DoubtId, digest text, record text, file text, why text, candidates text, at time
INSERT INTO doubt (id, digest, record, file, why, candidates, at)
VALUES (:id, :digest, :record, :file, :why, :candidates, :at)

-- doubt_by_digest
-- in   digest text
-- out  id DoubtId, state int
SELECT id, state FROM doubt WHERE digest = :digest

-- doubt_by_id
-- in   id DoubtId
-- out  id DoubtId, digest text, record text, file text, why text, candidates text, state int, at time
SELECT id, digest, record, file, why, candidates, state, at FROM doubt WHERE id = :id

-- Those that wait, oldest first.
-- doubts_waiting
-- in   limit int, skip int
-- out  id DoubtId, digest text, record text, file text, why text, candidates text, state int, at time
SELECT id, digest, record, file, why, candidates, state, at FROM doubt WHERE state = 0
ORDER BY at, id LIMIT :limit OFFSET :skip

-- doubts_counted
-- out  waiting int, settled int
SELECT COUNT(CASE WHEN state = 0 THEN 1 END), COUNT(CASE WHEN state <> 0 THEN 1 END) FROM doubt

-- doubt_settle
-- in   id DoubtId, state int, member MemberId?, at time
UPDATE doubt SET state = :state, decided_by = :member, decided_at = :at WHERE id = :id AND state = 0
