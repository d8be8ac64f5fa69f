-- draft_save
-- in   token text, member MemberId?, place text, title text, body text, at time
INSERT INTO draft (token, member, place, title, body, at) VALUES (:token, :member, :place, :title, :body, :at)
ON CONFLICT (token) DO UPDATE SET place = :place, title = :title, body = :body, at = :at

-- draft_by_token
-- in   token text
-- out  token text, member MemberId?, place text, title text, body text, at time
SELECT token, member, place, title, body, at FROM draft WHERE token = :token

-- draft_claim
-- in   token text, member MemberId
UPDATE draft SET member = :member WHERE token = :token AND member IS NULL

-- draft_at
-- in   member MemberId, place text
-- out  token text, member MemberId?, place text, title text, body text, at time
SELECT token, member, place, title, body, at FROM draft WHERE member = :member AND place = :place ORDER BY at DESC LIMIT 1

-- All of a member's but the latest.
-- drafts_drop_surplus
-- in   member MemberId, most int
DELETE FROM draft WHERE member = :member
AND token NOT IN (SELECT token FROM draft WHERE member = :member ORDER BY at DESC, token DESC LIMIT :most)

-- drafts_drop_at
-- in   member MemberId, place text
DELETE FROM draft WHERE member = :member AND place = :place

-- draft_drop
-- in   token text
DELETE FROM draft WHERE token = :token

-- Drafts that nobody signed in for.
-- draft_forget
-- in   before time
DELETE FROM draft WHERE member IS NULL AND at < :before

-- All of them but the latest.
-- draft_forget_surplus
-- in   most int
DELETE FROM draft WHERE member IS NULL
AND token NOT IN (SELECT token FROM draft WHERE member IS NULL ORDER BY at DESC, token DESC LIMIT :most)
