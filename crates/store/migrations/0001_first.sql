CREATE TABLE agents (
    id TEXT PRIMARY KEY,
    shop TEXT NOT NULL,
    login TEXT NOT NULL,
    name TEXT NOT NULL,
    password_hash TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    disabled BIGINT NOT NULL DEFAULT 0,
    UNIQUE (shop, login)
);

CREATE TABLE sessions (
    token_hash TEXT PRIMARY KEY,
    agent TEXT NOT NULL REFERENCES agents (id),
    created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL
);

CREATE INDEX sessions_by_agent ON sessions (agent);
CREATE INDEX sessions_by_expiry ON sessions (expires_at);

CREATE TABLE conversations (
    id TEXT PRIMARY KEY,
    shop TEXT NOT NULL,
    secret_hash TEXT NOT NULL,
    state TEXT NOT NULL,
    locale TEXT NOT NULL,
    page TEXT,
    head BIGINT NOT NULL DEFAULT 0,
    shopper_seen BIGINT NOT NULL DEFAULT 0,
    agent_seen BIGINT NOT NULL DEFAULT 0,
    assignee TEXT REFERENCES agents (id),
    waiting_since BIGINT,
    created_at BIGINT NOT NULL,
    updated_at BIGINT NOT NULL
);

CREATE INDEX conversations_waiting ON conversations (shop, state, waiting_since);
CREATE INDEX conversations_changed ON conversations (shop, state, updated_at);

CREATE TABLE messages (
    conversation TEXT NOT NULL REFERENCES conversations (id),
    seq BIGINT NOT NULL,
    client_id TEXT NOT NULL,
    body_hash TEXT NOT NULL,
    author TEXT NOT NULL,
    body TEXT NOT NULL,
    written_at BIGINT NOT NULL,
    PRIMARY KEY (conversation, seq),
    UNIQUE (conversation, client_id)
);
