-- people_named
-- in   name_fold text
-- out  person PersonId, refs int
SELECT n.person, (SELECT COUNT(*) FROM person_ref r WHERE r.person = n.person) FROM person_name n
WHERE n.name_fold = :name_fold GROUP BY n.person ORDER BY n.person LIMIT 50

-- person_facts
-- in   person PersonId
-- out  name text, born text, died text
SELECT name, born, died FROM person WHERE id = :person

-- add_person
-- in   id PersonId, slug text, name text, name_fold text, born text, died text, created time
INSERT INTO person (id, slug, name, name_fold, born, died, created)
VALUES (:id, :slug, :name, :name_fold, :born, :died, :created)

-- set_person_dates
-- in   person PersonId, born text, died text
UPDATE person SET born = :born, died = :died, version = version + 1 WHERE id = :person

-- add_person_name
-- in   person PersonId, name text, name_fold text
INSERT INTO person_name (person, name, name_fold) VALUES (:person, :name, :name_fold) ON CONFLICT DO NOTHING

-- add_person_word
-- in   person PersonId, word_fold text
INSERT INTO person_word (word_fold, person) VALUES (:word_fold, :person) ON CONFLICT DO NOTHING

-- add_person_ref
-- in   person PersonId, source text, ref text
INSERT INTO person_ref (source, ref, person) VALUES (:source, :ref, :person) ON CONFLICT DO NOTHING
