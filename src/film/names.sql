-- film_slug_taken
-- in   slug text
-- out  taken int
SELECT 1 FROM film WHERE slug = :slug UNION ALL SELECT 1 FROM old_slug WHERE kind = 'film' AND slug = :slug LIMIT 1

-- film_slugs_between
-- in   low text, high text
-- out  slug text
SELECT slug FROM film WHERE slug >= :low AND slug < :high
UNION ALL SELECT slug FROM old_slug WHERE kind = 'film' AND slug >= :low AND slug < :high

-- person_slug_taken
-- in   slug text
-- out  taken int
SELECT 1 FROM person WHERE slug = :slug UNION ALL SELECT 1 FROM old_slug WHERE kind = 'person' AND slug = :slug LIMIT 1

-- person_slugs_between
-- in   low text, high text
-- out  slug text
SELECT slug FROM person WHERE slug >= :low AND slug < :high
UNION ALL SELECT slug FROM old_slug WHERE kind = 'person' AND slug >= :low AND slug < :high
