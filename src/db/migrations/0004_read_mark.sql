-- What a member has been shown of a thread; what came later and isn't in here is new to them. known: the highest number
-- in the thread when they first opened it: what was there then is no news. numbers: of the posts that they were shown, as
-- stretches, "1-57 60-63" (talk/post_numbers.h). at: when they were last shown something that they hadn't seen.
CREATE TABLE read_mark (
  member INT NOT NULL REFERENCES member (id),
  thread INT NOT NULL REFERENCES thread (id),
  known INT NOT NULL,
  numbers TEXT NOT NULL,
  at INT NOT NULL,
  PRIMARY KEY (member, thread)
) CLUSTERED;
CREATE INDEX read_mark_at ON read_mark (member, at);
