-- What a member says of a film beside what their reviews say; it goes before those. rating: half stars, 1 to 10.
CREATE TABLE rating (
  film INT NOT NULL REFERENCES film (id),
  member INT NOT NULL REFERENCES member (id),
  rating INT NOT NULL,
  at INT NOT NULL,
  PRIMARY KEY (film, member)
) CLUSTERED;
CREATE INDEX rating_member ON rating (member, at);

-- letters: the length of the body in code points. Computed.
ALTER TABLE review ADD COLUMN letters INT NOT NULL DEFAULT 0;
UPDATE review SET letters = length(body);
