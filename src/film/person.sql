-- person_by_id
-- in   id PersonId
-- out  id PersonId, slug text, name text, born text, died text, version int
SELECT id, slug, name, born, died, version FROM person WHERE id = :id

-- people_by_ids
-- in   ids PersonId[]
-- out  id PersonId, slug text, name text, born text, died text, version int
SELECT id, slug, name, born, died, version FROM person WHERE id IN :ids

-- person_by_slug
-- in   slug text
-- out  id PersonId, slug text, name text, born text, died text, version int
SELECT id, slug, name, born, died, version FROM person WHERE slug = :slug

-- person_by_old_slug
-- in   slug text
-- out  id PersonId, slug text, name text, born text, died text, version int
SELECT p.id, p.slug, p.name, p.born, p.died, p.version
FROM old_slug o JOIN person p ON p.id = o.subject WHERE o.kind = 'person' AND o.slug = :slug

-- person_by_ref
-- in   source text, ref text
-- out  person PersonId
SELECT person FROM person_ref WHERE source = :source AND ref = :ref

-- person_names
-- in   person PersonId
-- out  name text
SELECT name FROM person_name WHERE person = :person ORDER BY name

-- person_refs
-- in   person PersonId
-- out  source text, ref text
SELECT source, ref FROM person_ref WHERE person = :person ORDER BY source, ref

-- person_credits
-- in   person PersonId
-- out  department text, job text, character text, film FilmId, slug text, title text, year int?, fame int
SELECT c.department, c.job, c.character, f.id, f.slug, f.title, f.year, f.fame
FROM credit c JOIN film f ON f.id = c.film
WHERE c.person = :person AND f.removed = FALSE ORDER BY f.year DESC NULLS LAST, f.sort_fold, f.id, c.billing

-- person_count
-- out  people int
SELECT COUNT(*) FROM person

-- people_known_for
-- in   people PersonId[]
-- out  person PersonId, film FilmId, title text, year int?, fame int
SELECT DISTINCT c.person, f.id, f.title, f.year, f.fame FROM credit c JOIN film f ON f.id = c.film
WHERE c.person IN :people AND f.removed = FALSE ORDER BY c.person, f.fame DESC, f.id
