//! Photos: only pictures, only for those who may see them, and without what they say of their owner.

use alap_protocol::limits::PHOTO_BYTES;
use serde_json::json;
use uuid::Uuid;

use crate::{
    deal::dress,
    world::{Answer, Talk, World},
};

/// A PNG of this size, with this in a comment.
fn png(width: u32, height: u32, comment: &[u8]) -> Vec<u8> {
    let chunk = |name: &[u8; 4], content: &[u8]| {
        let checked = [&name[..], content].concat();
        let length = u32::try_from(content.len()).unwrap().to_be_bytes();
        [&length[..], &checked, &crc32fast::hash(&checked).to_be_bytes()].concat()
    };
    let header = [&width.to_be_bytes()[..], &height.to_be_bytes(), &[8, 2, 0, 0, 0]].concat();
    [
        b"\x89PNG\r\n\x1a\n".to_vec(),
        chunk(b"IHDR", &header),
        chunk(b"tEXt", comment),
        chunk(b"IDAT", b"data"),
        chunk(b"IEND", b""),
    ]
    .concat()
}

fn path(talk: &Talk, id: Uuid) -> String {
    format!("/api/v1/conversations/{}/photos/{id}", talk.id)
}

async fn put(world: &World, talk: &Talk, id: Uuid, kind: &str, bytes: Vec<u8>) -> Answer {
    world.ask("PUT", path(talk, id)).secret(talk).raw(kind, bytes).send().await
}

#[tokio::test]
async fn a_photo_is_kept_and_shown_to_both_sides_without_what_it_tells() {
    let world = World::new().await;
    let (talk, id) = (world.opened().await, Uuid::new_v4());
    let sent = png(30, 20, b"Comment\0taken at 23.81, 90.41");
    for _ in 0..2 {
        assert_eq!(put(&world, &talk, id, "image/png", sent.clone()).await.status, 204);
    }
    put(&world, &talk, id, "image/png", png(31, 20, b"")).await.refused(409, "conflict");

    let rima = world.person("রিমা").await;
    let for_shop = format!("/api/v1/agent/conversations/{}/photos/{id}", talk.id);
    for ask in [world.ask("GET", path(&talk, id)).secret(&talk), world.ask("GET", for_shop).by(&rima)] {
        let shown = ask.send().await;
        assert_eq!((shown.status.as_u16(), shown.header("content-type")), (200, "image/png"));
        assert_eq!(shown.header("x-content-type-options"), "nosniff");
        assert!(shown.header("content-security-policy").starts_with("sandbox;"));
        assert!(shown.header("cache-control").starts_with("private"));
        assert_eq!(shown.header("cross-origin-resource-policy"), "same-origin");
        assert!(!String::from_utf8_lossy(&shown.body).contains("23.81"));
    }

    let mut form = dress();
    form["answers"]["photos"] = json!({"photos": [id]});
    assert_eq!(world.send_form(&talk, Uuid::new_v4(), &form).await.status, 200);
}

#[tokio::test]
async fn a_photo_is_nobody_elses() {
    let world = World::new().await;
    let (mine, theirs, id) = (world.opened().await, world.opened().await, Uuid::new_v4());
    put(&world, &theirs, id, "image/png", png(3, 2, b"")).await;
    let forged = Talk { secret: mine.secret.clone(), ..theirs.clone() };
    for (talk, path) in [(&mine, path(&mine, id)), (&forged, path(&theirs, id))] {
        world.ask("GET", path).secret(talk).send().await.refused(404, "not_found");
    }
    world.ask("GET", path(&theirs, id)).send().await.refused(401, "unauthenticated");
    let rima = world.person("রিমা").await;
    let elsewhere = format!("/api/v1/agent/conversations/{}/photos/{id}", mine.id);
    world.ask("GET", elsewhere).by(&rima).send().await.refused(404, "not_found");

    let mut form = dress();
    form["answers"]["photos"] = json!({"photos": [id]});
    let refused = world.send_form(&mine, Uuid::new_v4(), &form).await;
    assert!(refused.status.is_client_error(), "another conversation's photo: {refused:?}");
    assert_eq!(world.said(&mine).await.len(), 0);
}

#[tokio::test]
async fn what_is_no_photo_is_refused_and_nothing_of_it_kept() {
    let world = World::new().await;
    let talk = world.opened().await;
    let picture = png(30, 20, b"");
    let behind = |bytes: &[u8]| [&picture, bytes].concat();
    let table: Vec<(&str, Vec<u8>, u16)> = vec![
        ("nothing", Vec::new(), 415),
        ("SVG", b"<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"/>".to_vec(), 415),
        ("HTML", b"<!doctype html><script>alert(1)</script>".to_vec(), 415),
        ("GIF", b"GIF89a\x01\0\x01\0\0\0\0;".to_vec(), 415),
        ("PDF", b"%PDF-1.7".to_vec(), 415),
        ("an archive", b"PK\x03\x04".to_vec(), 415),
        ("a picture that is an archive, too", behind(b"PK\x03\x04rest"), 422),
        ("a picture that is a page, too", behind(b"<script>alert(1)</script>"), 422),
        ("half a picture", picture[..picture.len() - 7].to_vec(), 422),
        ("50,000 by 50,000 pixels", png(50_000, 50_000, b""), 422),
        ("a JPEG that is a page", b"\xff\xd8\xff\xfe\0\x20<script>alert(1)</script>".to_vec(), 422),
        ("a WebP that is longer than it says", b"RIFF\x04\0\0\0WEBPVP8 ".to_vec(), 422),
        ("too large", vec![0xff; PHOTO_BYTES + 1], 413),
    ];
    for (what, bytes, status) in table {
        let id = Uuid::new_v4();
        // Whatever it is called.
        let refused = put(&world, &talk, id, "image/png", bytes).await;
        let code = match status {
            413 => "too_large",
            415 => "unsupported_media_type",
            _ => "invalid",
        };
        assert_eq!(refused.status.as_u16(), status, "{what}: {refused:?}");
        refused.refused(status, code);
        world.ask("GET", path(&talk, id)).secret(&talk).send().await.refused(404, "not_found");
    }
    let id = Uuid::new_v4();
    assert_eq!(put(&world, &talk, id, "text/html", picture).await.status, 204, "told by its bytes");
    let shown = world.ask("GET", path(&talk, id)).secret(&talk).send().await;
    assert_eq!(shown.header("content-type"), "image/png");
}
