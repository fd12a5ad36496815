//! What the server keeps: conversations, messages and agents, on SQLite or PostgreSQL.
