-- film_directors
-- in   films FilmId[]
-- out  film FilmId, name text
SELECT credit.film, person.name FROM credit JOIN person ON person.id = credit.person
WHERE credit.film IN :films AND credit.department = 'direction' ORDER BY credit.film, credit.billing, credit.id
