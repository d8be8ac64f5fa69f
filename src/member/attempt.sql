-- When the attempt was made that is `skip` before the latest one.
-- attempt_nth_latest
-- in   subject text, since time, skip int
-- out  at time
SELECT at FROM attempt WHERE subject = :subject AND at > :since ORDER BY at DESC, id DESC LIMIT 1 OFFSET :skip

-- attempt_add
-- in   subject text, at time, id int
INSERT INTO attempt (subject, at, id) VALUES (:subject, :at, :id)

-- attempt_forget
-- in   subject text
DELETE FROM attempt WHERE subject = :subject

-- attempt_forget_range
-- in   low text, high text
DELETE FROM attempt WHERE subject >= :low AND subject < :high

-- attempt_purge
-- in   before time
DELETE FROM attempt WHERE at <= :before
