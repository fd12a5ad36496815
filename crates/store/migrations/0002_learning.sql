CREATE TABLE missed_questions (
    conversation TEXT NOT NULL REFERENCES conversations (id) ON DELETE CASCADE,
    seq BIGINT NOT NULL,
    shop TEXT NOT NULL,
    words TEXT NOT NULL,
    asked_at BIGINT NOT NULL,
    answer TEXT NOT NULL,
    entry TEXT,
    state TEXT NOT NULL,
    PRIMARY KEY (conversation, seq)
);

CREATE INDEX missed_questions_newest ON missed_questions (shop, state, asked_at);

CREATE TABLE learnt_entries (
    shop TEXT NOT NULL,
    entry TEXT NOT NULL,
    kind TEXT NOT NULL,
    question_bn TEXT,
    question_en TEXT,
    answer_bn TEXT,
    answer_en TEXT,
    variants TEXT NOT NULL,
    agent TEXT NOT NULL REFERENCES agents (id),
    created_at BIGINT NOT NULL,
    changed_at BIGINT NOT NULL,
    PRIMARY KEY (shop, entry)
);
