//! Makes a ladder of qualities, posters and stills of a seller's video, with `ffmpeg`.
