//! Drives real browsers and a real server.
