-- migrations_done
-- out  name text
SELECT name FROM migration ORDER BY name

-- add_migration
-- in   name text, at time
INSERT INTO migration (name, at) VALUES (:name, :at)
