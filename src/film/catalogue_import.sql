-- film_refs_of_source
-- in   source text
-- out  ref text
SELECT ref FROM film_ref WHERE source = :source
