-- member_by_id
-- in   id MemberId
-- out  id MemberId, kind int, name text, role int, state int, email text, signature text, about text, light text, language text, origin text, introduction text, created time, version int
SELECT id, kind, name, role, state, email, signature, about, light, language, origin, introduction, created, version
FROM member WHERE id = :id

-- An account by its present name; ghosts of imports have an origin and are not found.
-- member_by_name
-- in   name_fold text
-- out  id MemberId, password text, state int
SELECT id, password, state FROM member WHERE name_fold = :name_fold AND origin = ''

-- member_by_former_name
-- in   name_fold text
-- out  id MemberId
SELECT member FROM member_name WHERE name_fold = :name_fold

-- member_bylines
-- in   ids MemberId[]
-- out  id MemberId, kind int, name text, state int
SELECT id, kind, name, state FROM member WHERE id IN :ids

-- member_ghost
-- in   origin text, skeleton text
-- out  id MemberId
SELECT id FROM member WHERE origin = :origin AND skeleton = :skeleton

-- Who has the name, or one that looks like it.
-- member_holder
-- in   skeleton text
-- out  id MemberId
SELECT id FROM member WHERE origin = '' AND skeleton = :skeleton

-- member_former_holder
-- in   skeleton text, since time
-- out  id MemberId
SELECT member FROM member_name WHERE skeleton = :skeleton AND since > :since

-- member_add
-- in   id MemberId, kind int, name text, name_fold text, skeleton text, role int, state int, email text, email_fold text, password text, introduction text, origin text, invited_by MemberId?, created time
INSERT INTO member (id, kind, name, name_fold, skeleton, role, state, email, email_fold, password, introduction, origin, invited_by, created)
VALUES (:id, :kind, :name, :name_fold, :skeleton, :role, :state, :email, :email_fold, :password, :introduction, :origin, :invited_by, :created)
ON CONFLICT (origin, skeleton) DO NOTHING

-- member_former_name_add
-- in   name_fold text, skeleton text, member MemberId, since time
INSERT INTO member_name (name_fold, skeleton, member, since) VALUES (:name_fold, :skeleton, :member, :since)
ON CONFLICT (name_fold) DO UPDATE SET skeleton = excluded.skeleton, member = excluded.member, since = excluded.since

-- member_former_name_forget
-- in   name_fold text
DELETE FROM member_name WHERE name_fold = :name_fold

-- member_set_name
-- in   id MemberId, name text, name_fold text, skeleton text
UPDATE member SET name = :name, name_fold = :name_fold, skeleton = :skeleton, version = version + 1 WHERE id = :id

-- member_set_password
-- in   id MemberId, password text
UPDATE member SET password = :password WHERE id = :id

-- member_set_email
-- in   id MemberId, email text, email_fold text
UPDATE member SET email = :email, email_fold = :email_fold WHERE id = :id

-- member_set_words
-- in   id MemberId, signature text, about text
UPDATE member SET signature = :signature, about = :about, version = version + 1 WHERE id = :id

-- member_set_light
-- in   id MemberId, light text, language text
UPDATE member SET light = :light, language = :language WHERE id = :id

-- member_set_role
-- in   id MemberId, role int
UPDATE member SET role = :role, version = version + 1 WHERE id = :id AND kind = 1

-- member_set_state
-- in   id MemberId, from_state int, to_state int
UPDATE member SET state = :to_state, version = version + 1 WHERE id = :id AND kind = 1 AND state = :from_state

-- The account goes, its posts keep an author: a ghost whose origin is its own.
-- member_make_ghost
-- in   id MemberId, name text, name_fold text, origin text
UPDATE member SET kind = 0, role = 0, state = 3, name = :name, name_fold = :name_fold, origin = :origin,
  email = '', email_fold = '', password = '', signature = '', about = '', introduction = '', version = version + 1
WHERE id = :id

-- member_password
-- in   id MemberId
-- out  password text, name text, state int
SELECT password, name, state FROM member WHERE id = :id

-- member_other_admins
-- in   id MemberId
-- out  count int
SELECT COUNT(*) FROM member WHERE role = 2 AND state = 0 AND id <> :id

-- One who was refused leaves nothing behind.
-- member_remove_waiting
-- in   id MemberId
DELETE FROM member WHERE id = :id AND kind = 1 AND state = 1

-- member_list
-- in   pattern text, after text, limit int
-- out  id MemberId, name text, name_fold text, role int, state int, email text, introduction text, created time
SELECT id, name, name_fold, role, state, email, introduction, created FROM member
WHERE origin = '' AND name_fold LIKE :pattern AND name_fold > :after ORDER BY name_fold LIMIT :limit

-- member_list_in_state
-- in   state int, limit int
-- out  id MemberId, name text, name_fold text, role int, state int, email text, introduction text, created time
SELECT id, name, name_fold, role, state, email, introduction, created FROM member
WHERE state = :state AND origin = '' ORDER BY created LIMIT :limit

-- member_count_in_state
-- in   state int
-- out  count int
SELECT COUNT(*) FROM member WHERE state = :state AND origin = ''

-- member_act_add
-- in   id ActId, moderator MemberId, kind text, member MemberId, reason text, detail text, at time
INSERT INTO act (id, moderator, kind, subject_kind, subject, reason, detail, at)
VALUES (:id, :moderator, :kind, 'member', :member, :reason, :detail, :at)

-- member_names_known
-- in   folds text[]
-- out  name_fold text
SELECT name_fold FROM member WHERE kind = 1 AND name_fold IN :folds ORDER BY name_fold

-- member_set_reading
-- in   id MemberId, screens bool, scores_hidden bool
UPDATE member SET screens = :screens, scores_hidden = :scores_hidden, version = version + 1 WHERE id = :id
