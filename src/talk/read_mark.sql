-- read_marks
-- in   member MemberId, threads ThreadId[]
-- out  thread ThreadId, known int, numbers text, at time
SELECT thread, known, numbers, at FROM read_mark WHERE member = :member AND thread IN :threads

-- read_mark
-- in   member MemberId, thread ThreadId
-- out  known int, numbers text, at time
SELECT known, numbers, at FROM read_mark WHERE member = :member AND thread = :thread

-- read_mark_keep
-- in   member MemberId, thread ThreadId, known int, numbers text, at time
INSERT INTO read_mark (member, thread, known, numbers, at)
SELECT id, :thread, :known, :numbers, :at FROM member WHERE id = :member AND state <> 3
ON CONFLICT (member, thread) DO UPDATE SET known = :known, numbers = :numbers, at = :at

-- read_marks_forget
-- in   member MemberId
DELETE FROM read_mark WHERE member = :member

-- read_marks_lately
-- in   member MemberId, limit int
-- out  thread ThreadId, known int, numbers text, at time
SELECT thread, known, numbers, at FROM read_mark WHERE member = :member ORDER BY at DESC LIMIT :limit

-- post_standing_from
-- in   thread ThreadId, number int
-- out  id PostId, number int
SELECT id, number FROM post WHERE thread = :thread AND number >= :number AND state = 0 ORDER BY number LIMIT 1
