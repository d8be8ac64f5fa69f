-- pictures_all
-- out  key text, width int
SELECT key, width FROM picture ORDER BY key
