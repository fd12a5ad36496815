CREATE TABLE requests (
    id TEXT PRIMARY KEY,
    conversation TEXT NOT NULL REFERENCES conversations (id),
    shop TEXT NOT NULL,
    form TEXT NOT NULL,
    kind TEXT NOT NULL,
    title TEXT NOT NULL,
    product TEXT,
    locale TEXT NOT NULL,
    phone TEXT,
    unit_price BIGINT,
    answers TEXT NOT NULL,
    lines TEXT NOT NULL,
    body_hash TEXT NOT NULL,
    deal TEXT NOT NULL,
    state TEXT NOT NULL,
    order_number BIGINT,
    slot_at BIGINT,
    remind_at BIGINT,
    expires_at BIGINT,
    waiting_since BIGINT,
    first_seq BIGINT NOT NULL,
    created_at BIGINT NOT NULL,
    updated_at BIGINT NOT NULL
);

CREATE INDEX requests_by_conversation ON requests (conversation);
CREATE INDEX requests_waiting ON requests (shop, waiting_since);
CREATE INDEX requests_changed ON requests (shop, updated_at);
CREATE INDEX requests_in_order ON requests (shop, created_at, id);
CREATE INDEX requests_by_slot ON requests (shop, slot_at);
CREATE INDEX requests_expiring ON requests (expires_at);
CREATE INDEX requests_reminding ON requests (remind_at);

CREATE TABLE request_acts (
    request TEXT NOT NULL REFERENCES requests (id) ON DELETE CASCADE,
    act TEXT NOT NULL,
    act_hash TEXT NOT NULL,
    state TEXT NOT NULL,
    seq BIGINT NOT NULL,
    PRIMARY KEY (request, act)
);

CREATE TABLE bookings (
    shop TEXT NOT NULL,
    starts_at BIGINT NOT NULL,
    ends_at BIGINT NOT NULL,
    request TEXT NOT NULL UNIQUE REFERENCES requests (id) ON DELETE CASCADE,
    PRIMARY KEY (shop, starts_at)
);

CREATE INDEX bookings_by_end ON bookings (shop, ends_at);

CREATE TABLE counters (
    shop TEXT NOT NULL,
    name TEXT NOT NULL,
    value BIGINT NOT NULL,
    PRIMARY KEY (shop, name)
);

CREATE TABLE orders (
    shop TEXT NOT NULL,
    number BIGINT NOT NULL,
    request TEXT NOT NULL UNIQUE REFERENCES requests (id) ON DELETE CASCADE,
    total BIGINT NOT NULL,
    created_at BIGINT NOT NULL,
    PRIMARY KEY (shop, number)
);

CREATE TABLE payments (
    request TEXT NOT NULL REFERENCES requests (id) ON DELETE CASCADE,
    id TEXT NOT NULL,
    shop TEXT NOT NULL,
    wallet TEXT NOT NULL,
    transaction_id TEXT NOT NULL,
    amount BIGINT NOT NULL,
    sender TEXT,
    photo TEXT,
    state TEXT NOT NULL,
    noted_at BIGINT NOT NULL,
    PRIMARY KEY (request, id)
);

CREATE INDEX payments_by_transaction ON payments (shop, transaction_id);
CREATE INDEX payments_to_verify ON payments (shop, state, noted_at);

CREATE TABLE coupons (
    shop TEXT NOT NULL,
    code TEXT NOT NULL,
    coupon TEXT NOT NULL,
    uses BIGINT NOT NULL,
    used BIGINT NOT NULL DEFAULT 0,
    closed BIGINT NOT NULL DEFAULT 0,
    agent TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    PRIMARY KEY (shop, code),
    CHECK (used <= uses)
);

CREATE TABLE coupon_uses (
    request TEXT PRIMARY KEY REFERENCES requests (id) ON DELETE CASCADE,
    shop TEXT NOT NULL,
    code TEXT NOT NULL,
    customer TEXT NOT NULL,
    used_at BIGINT NOT NULL
);

CREATE INDEX coupon_uses_by_customer ON coupon_uses (shop, code, customer);

CREATE TABLE rule_answers (
    request TEXT NOT NULL REFERENCES requests (id) ON DELETE CASCADE,
    number BIGINT NOT NULL,
    conversation TEXT NOT NULL,
    customer TEXT NOT NULL,
    shop TEXT NOT NULL,
    product TEXT NOT NULL,
    day TEXT NOT NULL,
    PRIMARY KEY (request, number)
);

CREATE INDEX rule_answers_by_day ON rule_answers (shop, product, day);
CREATE INDEX rule_answers_by_conversation ON rule_answers (conversation, product);
CREATE INDEX rule_answers_by_customer ON rule_answers (shop, product, customer);

CREATE TABLE photos (
    conversation TEXT NOT NULL REFERENCES conversations (id) ON DELETE CASCADE,
    id TEXT NOT NULL,
    mime TEXT NOT NULL,
    bytes BYTEA NOT NULL,
    bytes_hash TEXT NOT NULL,
    named BIGINT NOT NULL DEFAULT 0,
    created_at BIGINT NOT NULL,
    PRIMARY KEY (conversation, id)
);

CREATE INDEX photos_nobody_names ON photos (named, created_at);

CREATE TABLE webhooks (
    id TEXT PRIMARY KEY,
    shop TEXT NOT NULL,
    url TEXT NOT NULL,
    secret BYTEA NOT NULL,
    disabled BIGINT NOT NULL DEFAULT 0,
    created_at BIGINT NOT NULL
);

CREATE INDEX webhooks_by_shop ON webhooks (shop, created_at);

CREATE TABLE webhook_deliveries (
    id TEXT PRIMARY KEY,
    webhook TEXT NOT NULL,
    shop TEXT NOT NULL,
    kind TEXT NOT NULL,
    seq BIGINT NOT NULL,
    body TEXT NOT NULL,
    state TEXT NOT NULL,
    tries BIGINT NOT NULL DEFAULT 0,
    status BIGINT,
    why TEXT,
    next_at BIGINT NOT NULL,
    finished_at BIGINT,
    created_at BIGINT NOT NULL
);

CREATE INDEX webhook_deliveries_due ON webhook_deliveries (state, next_at);
CREATE INDEX webhook_deliveries_newest ON webhook_deliveries (shop, created_at);
CREATE INDEX webhook_deliveries_by_webhook ON webhook_deliveries (webhook);
