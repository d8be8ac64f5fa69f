-- origin_find
-- in   source text, foreign_id text
-- out  subject_kind text, subject int
SELECT subject_kind, subject FROM origin WHERE source = :source AND foreign_id = :foreign_id

-- origin_add
-- in   source text, foreign_id text, id OriginId, subject_kind text, subject int, file text, copied text, at time
INSERT INTO origin (source, foreign_id, id, subject_kind, subject, file, copied, at)
VALUES (:source, :foreign_id, :id, :subject_kind, :subject, :file, :copied, :at)

-- origin_of
-- in   subject_kind text, subject int
-- out  source text, foreign_id text, file text, copied text, at time
SELECT source, foreign_id, file, copied, at FROM origin WHERE subject_kind = :subject_kind AND subject = :subject
