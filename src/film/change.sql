-- add_change
-- in   kind text, subject int, id ChangeId, member MemberId?, at time, summary text, before text, after text, undoes ChangeId?
INSERT INTO change (kind, subject, id, member, at, summary, before, after, undoes)
VALUES (:kind, :subject, :id, :member, :at, :summary, :before, :after, :undoes)

-- changes_of
-- in   kind text, subject int
-- out  id ChangeId, member MemberId?, member_name text, at time, summary text, before text, after text, undoes ChangeId?
SELECT c.id, c.member, COALESCE(m.name, ''), c.at, c.summary, c.before, c.after, c.undoes
FROM change c LEFT JOIN member m ON m.id = c.member
WHERE c.kind = :kind AND c.subject = :subject ORDER BY c.id
