-- What people wrote, told or did. Written tables only move forward; what can be computed from them says so.
-- Times are microseconds since 1970 UTC. A column `dated` or `edited` holds EDTF as far as the date was kept; '' says
-- that there was one and it was not kept. *_fold columns hold base/strings.h folded() of their neighbour.

CREATE TABLE setting (
  name TEXT NOT NULL PRIMARY KEY,
  value TEXT NOT NULL
);

-- kind: 0 ghost, 1 member. role: 0 member, 1 moderator, 2 admin. state: 0 active, 1 waits for approval, 2 suspended, 3 left.
CREATE TABLE member (
  id INT NOT NULL PRIMARY KEY,
  kind INT NOT NULL,
  name TEXT NOT NULL,
  name_fold TEXT NOT NULL,
  skeleton TEXT NOT NULL,
  role INT NOT NULL DEFAULT 0,
  state INT NOT NULL DEFAULT 0,
  email TEXT NOT NULL DEFAULT '',
  email_fold TEXT NOT NULL DEFAULT '',
  password TEXT NOT NULL DEFAULT '',
  signature TEXT NOT NULL DEFAULT '',
  about TEXT NOT NULL DEFAULT '',
  light TEXT NOT NULL DEFAULT '',
  language TEXT NOT NULL DEFAULT '',
  introduction TEXT NOT NULL DEFAULT '',
  origin TEXT NOT NULL DEFAULT '',
  invited_by INT,
  created INT NOT NULL,
  version INT NOT NULL DEFAULT 1
);
CREATE UNIQUE INDEX member_skeleton ON member (origin, skeleton);
CREATE INDEX member_name_fold ON member (name_fold);
CREATE INDEX member_email_fold ON member (email_fold);
CREATE INDEX member_state ON member (state, created);

-- Former names lead to the member, and stay theirs for a year.
CREATE TABLE member_name (
  name_fold TEXT NOT NULL PRIMARY KEY,
  skeleton TEXT NOT NULL,
  member INT NOT NULL REFERENCES member (id),
  since INT NOT NULL
);
CREATE INDEX member_name_skeleton ON member_name (skeleton);
CREATE INDEX member_name_member ON member_name (member);

CREATE TABLE session (
  token_hash BYTES NOT NULL PRIMARY KEY,
  id INT NOT NULL,
  member INT NOT NULL REFERENCES member (id),
  agent TEXT NOT NULL,
  created INT NOT NULL,
  seen INT NOT NULL
);
CREATE INDEX session_member ON session (member);

-- Tries to sign in or up that failed, for limits. subject: what the limit is on ("name ana", "address 10.0.0.7").
CREATE TABLE attempt (
  subject TEXT NOT NULL,
  at INT NOT NULL,
  id INT NOT NULL,
  PRIMARY KEY (subject, at, id)
) CLUSTERED;

CREATE TABLE invite (
  id INT NOT NULL PRIMARY KEY,
  code TEXT NOT NULL UNIQUE,
  made_by INT NOT NULL REFERENCES member (id),
  note TEXT NOT NULL DEFAULT '',
  created INT NOT NULL,
  used_by INT REFERENCES member (id),
  used_at INT
);

-- source: the import that made it ('' for members); only that one may correct what nobody has edited by hand.
CREATE TABLE film (
  id INT NOT NULL PRIMARY KEY,
  source TEXT NOT NULL DEFAULT '',
  slug TEXT NOT NULL UNIQUE,
  title TEXT NOT NULL,
  title_fold TEXT NOT NULL,
  sort_fold TEXT NOT NULL,
  original_title TEXT NOT NULL DEFAULT '',
  original_language TEXT NOT NULL DEFAULT '',
  year INT,
  minutes INT,
  line TEXT NOT NULL DEFAULT '',
  countries TEXT NOT NULL DEFAULT '',
  genres TEXT NOT NULL DEFAULT '',
  fame INT NOT NULL DEFAULT 0,
  removed BOOL NOT NULL DEFAULT FALSE,
  created INT NOT NULL,
  version INT NOT NULL DEFAULT 1
);
CREATE INDEX film_title_fold ON film (title_fold, year);
CREATE INDEX film_sort ON film (sort_fold, id);
CREATE INDEX film_year ON film (year, sort_fold, id);
CREATE INDEX film_fame ON film (fame, id);

-- Every name that a film goes by, its title among them. language: BCP 47, '' if not known.
CREATE TABLE film_name (
  film INT NOT NULL REFERENCES film (id),
  name TEXT NOT NULL,
  name_fold TEXT NOT NULL,
  language TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (film, name, language)
) CLUSTERED;
CREATE INDEX film_name_fold ON film_name (name_fold, film);

-- Each word of each name, for finding a film by some of its words. Computed.
CREATE TABLE film_word (
  word_fold TEXT NOT NULL,
  film INT NOT NULL REFERENCES film (id),
  PRIMARY KEY (word_fold, film)
) CLUSTERED;

-- The film in other catalogues. source: 'imdb', 'wikidata', 'tmdb', 'omdb', 'wikipedia'; an import's own name where a
-- record has no other.
CREATE TABLE film_ref (
  source TEXT NOT NULL,
  ref TEXT NOT NULL,
  film INT NOT NULL REFERENCES film (id),
  PRIMARY KEY (source, ref)
) CLUSTERED;
CREATE INDEX film_ref_film ON film_ref (film);

CREATE TABLE film_genre (
  genre TEXT NOT NULL,
  film INT NOT NULL REFERENCES film (id),
  PRIMARY KEY (genre, film)
) CLUSTERED;
CREATE INDEX film_genre_film ON film_genre (film);

CREATE TABLE film_country (
  country TEXT NOT NULL,
  film INT NOT NULL REFERENCES film (id),
  PRIMARY KEY (country, film)
) CLUSTERED;
CREATE INDEX film_country_film ON film_country (film);

CREATE TABLE person (
  id INT NOT NULL PRIMARY KEY,
  slug TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  name_fold TEXT NOT NULL,
  born TEXT NOT NULL DEFAULT '',
  died TEXT NOT NULL DEFAULT '',
  created INT NOT NULL,
  version INT NOT NULL DEFAULT 1
);
CREATE INDEX person_name_fold ON person (name_fold);

CREATE TABLE person_name (
  person INT NOT NULL REFERENCES person (id),
  name TEXT NOT NULL,
  name_fold TEXT NOT NULL,
  PRIMARY KEY (person, name)
) CLUSTERED;
CREATE INDEX person_name_name_fold ON person_name (name_fold, person);

-- Each word of each name. Computed.
CREATE TABLE person_word (
  word_fold TEXT NOT NULL,
  person INT NOT NULL REFERENCES person (id),
  PRIMARY KEY (word_fold, person)
) CLUSTERED;

CREATE TABLE person_ref (
  source TEXT NOT NULL,
  ref TEXT NOT NULL,
  person INT NOT NULL REFERENCES person (id),
  PRIMARY KEY (source, ref)
) CLUSTERED;
CREATE INDEX person_ref_person ON person_ref (person);

-- department: direction, writing, photography, music, editing, production, cast. billing: 1 first.
CREATE TABLE credit (
  film INT NOT NULL REFERENCES film (id),
  department TEXT NOT NULL,
  billing INT NOT NULL,
  id INT NOT NULL,
  person INT NOT NULL REFERENCES person (id),
  job TEXT NOT NULL DEFAULT '',
  character TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (film, department, billing, id)
) CLUSTERED;
CREATE INDEX credit_person ON credit (person, film);

-- What members changed in the catalogue. kind: 'film', 'person'. before, after: JSON as film/edit.h writes it.
CREATE TABLE change (
  kind TEXT NOT NULL,
  subject INT NOT NULL,
  id INT NOT NULL,
  member INT REFERENCES member (id),
  at INT NOT NULL,
  summary TEXT NOT NULL DEFAULT '',
  before TEXT NOT NULL,
  after TEXT NOT NULL,
  undoes INT,
  PRIMARY KEY (kind, subject, id)
) CLUSTERED;
CREATE INDEX change_at ON change (at);

-- Former slugs lead on. kind: 'film', 'person', 'board'.
CREATE TABLE old_slug (
  kind TEXT NOT NULL,
  slug TEXT NOT NULL,
  subject INT NOT NULL,
  PRIMARY KEY (kind, slug)
) CLUSTERED;

-- kind: 0 general, 1 of a film, 2 of a person. Boards of films and people are made with their first thread.
CREATE TABLE board (
  id INT NOT NULL PRIMARY KEY,
  kind INT NOT NULL,
  subject INT NOT NULL,
  slug TEXT NOT NULL,
  title TEXT NOT NULL,
  about TEXT NOT NULL DEFAULT '',
  position INT NOT NULL DEFAULT 0,
  threads INT NOT NULL DEFAULT 0,
  posts INT NOT NULL DEFAULT 0,
  last_at INT NOT NULL,
  version INT NOT NULL DEFAULT 1,
  created INT NOT NULL
);
CREATE UNIQUE INDEX board_subject ON board (kind, subject);
CREATE UNIQUE INDEX board_slug ON board (kind, slug);
CREATE INDEX board_last ON board (kind, last_at);

-- state: 0 open, 1 hidden by a moderator. last_at orders a board; posts counts all, tombstones too.
-- next_number: the number that the next post gets.
CREATE TABLE thread (
  id INT NOT NULL PRIMARY KEY,
  board INT NOT NULL REFERENCES board (id),
  title TEXT NOT NULL,
  author INT REFERENCES member (id),
  dated TEXT NOT NULL,
  locked BOOL NOT NULL DEFAULT FALSE,
  pinned BOOL NOT NULL DEFAULT FALSE,
  state INT NOT NULL DEFAULT 0,
  posts INT NOT NULL DEFAULT 0,
  next_number INT NOT NULL DEFAULT 1,
  last_post INT,
  last_author INT,
  last_at INT NOT NULL,
  review INT,
  version INT NOT NULL DEFAULT 1,
  created INT NOT NULL
);
CREATE INDEX thread_board_last ON thread (board, pinned, last_at);
CREATE INDEX thread_author ON thread (author, created);
CREATE INDEX thread_last ON thread (last_at);

-- A post stays where it is, also as a tombstone. number: 1 for the first of its thread, never given twice. rank: its
-- place in the tree order of its thread, with gaps (talk/tree.h). depth: 0 replies to the thread.
-- author NULL: not kept. state: 0 stands, 1 deleted by its author, 2 removed by a moderator, 3 lost before import.
CREATE TABLE post (
  thread INT NOT NULL REFERENCES thread (id),
  id INT NOT NULL,
  number INT NOT NULL,
  rank INT NOT NULL,
  depth INT NOT NULL,
  parent INT,
  author INT REFERENCES member (id),
  dated TEXT NOT NULL,
  edited TEXT,
  state INT NOT NULL DEFAULT 0,
  body TEXT NOT NULL,
  signature TEXT NOT NULL DEFAULT '',
  version INT NOT NULL DEFAULT 1,
  created INT NOT NULL,
  PRIMARY KEY (thread, id)
) CLUSTERED;
CREATE UNIQUE INDEX post_id ON post (id);
CREATE UNIQUE INDEX post_number ON post (thread, number);
CREATE INDEX post_rank ON post (thread, rank, depth);
CREATE INDEX post_parent ON post (thread, parent, number);
CREATE INDEX post_author ON post (author, id);

-- Earlier versions of a post; the present one is in post.
CREATE TABLE post_version (
  post INT NOT NULL,
  version INT NOT NULL,
  body TEXT NOT NULL,
  editor INT REFERENCES member (id),
  at INT NOT NULL,
  PRIMARY KEY (post, version)
) CLUSTERED;

-- What was sent, so that a form that comes twice makes one post.
CREATE TABLE sent (
  digest BYTES NOT NULL PRIMARY KEY,
  thread INT NOT NULL,
  post INT NOT NULL,
  at INT NOT NULL
);
CREATE INDEX sent_at ON sent (at);

-- A text on its way. token: what the form carries; member NULL: written while signed out.
CREATE TABLE draft (
  token TEXT NOT NULL PRIMARY KEY,
  member INT REFERENCES member (id),
  place TEXT NOT NULL,
  title TEXT NOT NULL,
  body TEXT NOT NULL,
  at INT NOT NULL
);
CREATE INDEX draft_member ON draft (member, at);

-- A review. rating: half stars, 1 to 10; rating_kept: as it was written, with its scale. thread: its replies.
CREATE TABLE review (
  id INT NOT NULL PRIMARY KEY,
  film INT NOT NULL REFERENCES film (id),
  author INT REFERENCES member (id),
  title TEXT NOT NULL,
  body TEXT NOT NULL,
  audience TEXT NOT NULL DEFAULT '',
  rating INT,
  rating_kept TEXT NOT NULL DEFAULT '',
  minutes INT,
  dated TEXT NOT NULL,
  edited TEXT,
  state INT NOT NULL DEFAULT 0,
  thread INT REFERENCES thread (id),
  version INT NOT NULL DEFAULT 1,
  created INT NOT NULL
);
CREATE INDEX review_film ON review (film, id);
CREATE INDEX review_author ON review (author, id);

CREATE TABLE review_version (
  review INT NOT NULL,
  version INT NOT NULL,
  title TEXT NOT NULL,
  body TEXT NOT NULL,
  audience TEXT NOT NULL,
  rating INT,
  editor INT REFERENCES member (id),
  at INT NOT NULL,
  PRIMARY KEY (review, version)
) CLUSTERED;

-- subject_kind: 'post', 'thread', 'review', 'member', 'film'. state: 0 open, 1 acted upon, 2 set aside.
CREATE TABLE report (
  id INT NOT NULL PRIMARY KEY,
  subject_kind TEXT NOT NULL,
  subject INT NOT NULL,
  reporter INT NOT NULL REFERENCES member (id),
  reason TEXT NOT NULL,
  at INT NOT NULL,
  state INT NOT NULL DEFAULT 0,
  handled_by INT REFERENCES member (id),
  handled_at INT,
  answer TEXT NOT NULL DEFAULT ''
);
CREATE INDEX report_state ON report (state, at);
CREATE INDEX report_subject ON report (subject_kind, subject);

-- The public log of what moderators and admins did. kind: 'lock', 'unlock', 'move', 'hide', 'show', 'pin', 'unpin', ….
CREATE TABLE act (
  id INT NOT NULL PRIMARY KEY,
  moderator INT NOT NULL REFERENCES member (id),
  kind TEXT NOT NULL,
  subject_kind TEXT NOT NULL,
  subject INT NOT NULL,
  reason TEXT NOT NULL,
  detail TEXT NOT NULL DEFAULT '',
  at INT NOT NULL
);
CREATE INDEX act_subject ON act (subject_kind, subject);

CREATE TABLE masked_word (
  word TEXT NOT NULL PRIMARY KEY
);

-- Where an imported thing came from. subject_kind: 'thread', 'post', 'review', 'member'. copied: EDTF or ''.
CREATE TABLE origin (
  source TEXT NOT NULL,
  foreign_id TEXT NOT NULL,
  id INT NOT NULL,
  subject_kind TEXT NOT NULL,
  subject INT NOT NULL,
  file TEXT NOT NULL,
  copied TEXT NOT NULL DEFAULT '',
  at INT NOT NULL,
  PRIMARY KEY (source, foreign_id)
) CLUSTERED;
CREATE INDEX origin_subject ON origin (subject_kind, subject);

-- Records that wait for a person's word. record: a JSON line as `rialto read` prints it; candidates: JSON list of films.
-- state: 0 waits, 1 imported, 2 thrown away.
CREATE TABLE doubt (
  id INT NOT NULL PRIMARY KEY,
  digest TEXT NOT NULL UNIQUE,
  record TEXT NOT NULL,
  file TEXT NOT NULL,
  why TEXT NOT NULL,
  candidates TEXT NOT NULL,
  state INT NOT NULL DEFAULT 0,
  decided_by INT REFERENCES member (id),
  decided_at INT,
  at INT NOT NULL
);
CREATE INDEX doubt_state ON doubt (state, at);
