-- picture_add
-- in   key text, member MemberId, width int, height int, at time
INSERT INTO picture (key, member, width, height, at) VALUES (:key, :member, :width, :height, :at)
ON CONFLICT (key) DO UPDATE SET at = :at

-- picture_of
-- in   key text
-- out  member MemberId
SELECT member FROM picture WHERE key = :key AND NOT withdrawn

-- pictures_since
-- in   member MemberId, since time
-- out  count int
SELECT count(*) FROM picture WHERE member = :member AND at > :since

-- pictures_named
-- in   keys text[]
-- out  key text, width int, height int
SELECT key, width, height FROM picture WHERE key IN :keys AND NOT withdrawn ORDER BY key

-- By a text that stands, not in a hidden thread.
-- picture_shown
-- in   picture text
-- out  subject int
SELECT picture_use.subject FROM picture_use
LEFT JOIN post ON picture_use.kind = 'post' AND post.id = picture_use.subject
LEFT JOIN thread ON thread.id = post.thread
WHERE picture_use.picture = :picture AND picture_use.shown AND COALESCE(thread.state, 0) = 0
ORDER BY picture_use.kind, picture_use.subject LIMIT 1

-- picture_hide_all
-- in   kind text, subject int
UPDATE picture_use SET shown = FALSE WHERE kind = :kind AND subject = :subject

-- pictures_withdraw_all
-- in   member MemberId
UPDATE picture SET withdrawn = TRUE WHERE member = :member

-- picture_show
-- in   picture text, kind text, subject int
INSERT INTO picture_use (picture, kind, subject, shown) VALUES (:picture, :kind, :subject, TRUE)
ON CONFLICT (picture, kind, subject) DO UPDATE SET shown = TRUE

-- Those that no text and no draft of their member names.
-- pictures_unused
-- in   before time
-- out  key text, width int, height int
SELECT picture.key, picture.width, picture.height
FROM picture LEFT JOIN picture_use ON picture_use.picture = picture.key
WHERE picture.at < :before AND picture_use.picture IS NULL
  AND NOT EXISTS (SELECT 1 FROM draft
                  WHERE draft.member = picture.member AND replace(draft.body, picture.key, '') <> draft.body)
ORDER BY picture.at, picture.key LIMIT 200

-- picture_drop
-- in   key text
DELETE FROM picture WHERE key = :key
