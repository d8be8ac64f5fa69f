-- What a text names, found in the background (talk/mention.h). kind: 'post', 'review'. starts, ends: bytes of its words as
-- text/word_stream.h counts them, in version `version` of the text. names: 'film', 'person'. score: in thousandths. around:
-- the sentence, '' where it would give a spoiler away or is only quoted; around_starts, around_ends: the name in it.
-- Computed.
CREATE TABLE mention (
  kind TEXT NOT NULL,
  subject INT NOT NULL,
  starts INT NOT NULL,
  ends INT NOT NULL,
  version INT NOT NULL,
  names TEXT NOT NULL,
  target INT NOT NULL,
  score INT NOT NULL,
  around TEXT NOT NULL,
  around_starts INT NOT NULL,
  around_ends INT NOT NULL,
  PRIMARY KEY (kind, subject, starts)
) CLUSTERED;
CREATE INDEX mention_target ON mention (kind, names, target, subject);

-- Texts that are to be read, again if they were read before. Computed.
CREATE TABLE names_due (
  kind TEXT NOT NULL,
  subject INT NOT NULL,
  PRIMARY KEY (kind, subject)
) CLUSTERED;
