-- A picture that a member sent. key: a digest of the member and the file, which names its files in the data folder
-- (picture/folder.h). width, height: of the largest. at: when it was last sent. withdrawn: its member left and took it
-- along, so that no text shows it.
CREATE TABLE picture (
  key TEXT NOT NULL PRIMARY KEY,
  member INT NOT NULL REFERENCES member (id),
  width INT NOT NULL,
  height INT NOT NULL,
  at INT NOT NULL,
  withdrawn BOOL NOT NULL DEFAULT FALSE
);
CREATE INDEX picture_member ON picture (member, at);
CREATE INDEX picture_at ON picture (at);

-- Which texts name a picture, or once did. kind: 'post', 'review'. shown: whether the text stands and names it now; a
-- picture that nothing shows is seen by its member alone. Computed.
CREATE TABLE picture_use (
  picture TEXT NOT NULL,
  kind TEXT NOT NULL,
  subject INT NOT NULL,
  shown BOOL NOT NULL,
  PRIMARY KEY (picture, kind, subject)
) CLUSTERED;
CREATE INDEX picture_use_subject ON picture_use (kind, subject);
