-- setting_all
-- out  name text, value text
SELECT name, value FROM setting ORDER BY name

-- setting_put
-- in   name text, value text
INSERT INTO setting (name, value) VALUES (:name, :value) ON CONFLICT (name) DO UPDATE SET value = excluded.value
