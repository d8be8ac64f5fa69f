-- act_add
-- in   id ActId, moderator MemberId, kind text, subject_kind text, subject int, reason text, detail text, at time
INSERT INTO act (id, moderator, kind, subject_kind, subject, reason, detail, at)
VALUES (:id, :moderator, :kind, :subject_kind, :subject, :reason, :detail, :at)

-- acts_lately
-- in   before ActId, limit int
-- out  id ActId, moderator MemberId, moderator_name text, kind text, subject_kind text, subject int, reason text
-- out  detail text, at time, subject_state int?
SELECT act.id, act.moderator, member.name, act.kind, act.subject_kind, act.subject, act.reason, act.detail, act.at,
       COALESCE(thread.state, review.state)
FROM act JOIN member ON member.id = act.moderator
LEFT JOIN post ON act.subject_kind = 'post' AND post.id = act.subject
LEFT JOIN thread ON act.subject_kind IN ('thread', 'post') AND thread.id = COALESCE(post.thread, act.subject)
LEFT JOIN review ON act.subject_kind = 'review' AND review.id = act.subject
WHERE act.id < :before ORDER BY act.id DESC LIMIT :limit

-- acts_on
-- in   subject_kind text, subject int
-- out  id ActId, moderator MemberId, moderator_name text, kind text, subject_kind text, subject int, reason text
-- out  detail text, at time
SELECT act.id, act.moderator, member.name, act.kind, act.subject_kind, act.subject, act.reason, act.detail, act.at
FROM act JOIN member ON member.id = act.moderator
WHERE act.subject_kind = :subject_kind AND act.subject = :subject ORDER BY act.id DESC

-- Why moderators removed these posts; the last word on each comes last.
-- acts_removing
-- in   posts PostId[]
-- out  post PostId, reason text
SELECT subject, reason FROM act WHERE subject_kind = 'post' AND kind = 'remove' AND subject IN :posts ORDER BY id

-- report_add
-- in   id ReportId, subject_kind text, subject int, reporter MemberId, reason text, at time
INSERT INTO report (id, subject_kind, subject, reporter, reason, at)
VALUES (:id, :subject_kind, :subject, :reporter, :reason, :at)

-- report_open_by
-- in   subject_kind text, subject int, reporter MemberId
-- out  id ReportId
SELECT id FROM report WHERE subject_kind = :subject_kind AND subject = :subject AND reporter = :reporter AND state = 0

-- reports_in
-- in   state int, limit int
-- out  id ReportId, subject_kind text, subject int, reporter MemberId, reporter_name text, reason text, at time
-- out  answer text, handled_name text?
SELECT report.id, report.subject_kind, report.subject, report.reporter, reporter.name, report.reason, report.at,
       report.answer, handler.name
FROM report
JOIN member AS reporter ON reporter.id = report.reporter
LEFT JOIN member AS handler ON handler.id = report.handled_by
WHERE report.state = :state ORDER BY report.at DESC LIMIT :limit

-- reports_open_count
-- out  count int
SELECT count(*) FROM report WHERE state = 0

-- report_close
-- in   report ReportId, state int, by MemberId, at time, answer text
UPDATE report SET state = :state, handled_by = :by, handled_at = :at, answer = :answer WHERE id = :report AND state = 0

-- masked_words
-- out  word text
SELECT word FROM masked_word ORDER BY word

-- masked_word_add
-- in   word text
INSERT INTO masked_word (word) VALUES (:word) ON CONFLICT (word) DO NOTHING

-- masked_words_clear
DELETE FROM masked_word
