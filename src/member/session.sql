-- session_viewer
-- in   token_hash bytes, seen_after time
-- out  member MemberId, name text, role int, session SessionId, light text, language text, seen time
-- out  screens bool, scores_hidden bool
SELECT m.id, m.name, m.role, s.id, m.light, m.language, s.seen, m.screens, m.scores_hidden
FROM session s JOIN member m ON m.id = s.member
WHERE s.token_hash = :token_hash AND s.seen > :seen_after AND m.state = 0 AND m.kind = 1

-- session_add
-- in   token_hash bytes, id SessionId, member MemberId, agent text, at time
INSERT INTO session (token_hash, id, member, agent, created, seen) VALUES (:token_hash, :id, :member, :agent, :at, :at)

-- session_touch
-- in   member MemberId, id SessionId, at time
UPDATE session SET seen = :at WHERE member = :member AND id = :id AND seen < :at

-- session_list
-- in   member MemberId, seen_after time
-- out  id SessionId, agent text, created time, seen time
SELECT id, agent, created, seen FROM session WHERE member = :member AND seen > :seen_after ORDER BY seen DESC, id DESC

-- session_end
-- in   member MemberId, id SessionId
DELETE FROM session WHERE member = :member AND id = :id

-- session_end_all_but
-- in   member MemberId, kept SessionId
DELETE FROM session WHERE member = :member AND id <> :kept

-- session_purge
-- in   seen_before time
DELETE FROM session WHERE seen <= :seen_before
