-- invite_add
-- in   id InviteId, code text, made_by MemberId, note text, at time
INSERT INTO invite (id, code, made_by, note, created) VALUES (:id, :code, :made_by, :note, :at)

-- invite_open
-- in   code text, created_after time
-- out  id InviteId, made_by MemberId
SELECT id, made_by FROM invite WHERE code = :code AND used_by IS NULL AND created > :created_after

-- invite_use
-- in   id InviteId, member MemberId, at time
UPDATE invite SET used_by = :member, used_at = :at WHERE id = :id AND used_by IS NULL

-- invite_take_back
-- in   id InviteId
DELETE FROM invite WHERE id = :id AND used_by IS NULL

-- invite_list
-- in   limit int
-- out  id InviteId, code text, made_by text, note text, created time, used_by text?, used_at time?
SELECT i.id, i.code, m.name, i.note, i.created, u.name, i.used_at
FROM invite i JOIN member m ON m.id = i.made_by LEFT JOIN member u ON u.id = i.used_by
ORDER BY i.id DESC LIMIT :limit
