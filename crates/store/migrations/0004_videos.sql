CREATE TABLE video_asked (
    conversation TEXT NOT NULL REFERENCES conversations (id) ON DELETE CASCADE,
    seq BIGINT NOT NULL,
    shop TEXT NOT NULL,
    video TEXT NOT NULL,
    at_second BIGINT NOT NULL,
    asked_at BIGINT NOT NULL,
    PRIMARY KEY (conversation, seq)
);

CREATE INDEX video_asked_newest ON video_asked (shop, asked_at);
CREATE INDEX video_asked_by_moment ON video_asked (shop, video, at_second);

CREATE TABLE video_watched (
    shop TEXT NOT NULL,
    video TEXT NOT NULL,
    part BIGINT NOT NULL,
    replayed BIGINT NOT NULL,
    skipped BIGINT NOT NULL,
    PRIMARY KEY (shop, video, part)
);
