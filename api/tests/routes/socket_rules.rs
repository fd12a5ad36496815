//! What a socket may not do, and how it ends.

use futures_util::SinkExt as _;
use serde_json::json;
use tokio_tungstenite::tungstenite::Message;

use crate::{
    wire::{agent, connect, greeted, hello, shopper},
    world::{Talk, World, text},
};

#[tokio::test(flavor = "multi_thread")]
async fn a_foreign_page_gets_no_socket() {
    let (world, address) = World::listening().await;
    let rima = world.person("রিমা").await;
    for path in ["/api/v1/socket", "/api/v1/agent/socket"] {
        for origin in [None, Some("null"), Some("https://evil.example"), Some("http://127.0.0.1:1")] {
            let refused = connect(address, path, origin, Some(&rima.cookie)).await.err();
            assert_eq!(refused, Some(403), "{path} {origin:?}");
        }
    }
    let origin = format!("http://{address}");
    let refused = connect(address, "/api/v1/agent/socket", Some(&origin), None).await.err();
    assert_eq!(refused, Some(401));
}

#[tokio::test(flavor = "multi_thread")]
async fn the_first_frame_must_prove_a_conversation() {
    let (world, address) = World::listening().await;
    let talk = world.opened().await;
    let unknown = Talk::new();
    let wrong = Talk { secret: unknown.secret.clone(), ..talk.clone() };
    let mut short = hello(&talk, 0);
    short["hello"]["secret"] = json!("0f");
    for (frame, code) in [
        (hello(&unknown, 0), "not_found"),
        (hello(&wrong, 0), "not_found"),
        (short, "not_found"),
        (json!({"ping": {}}), "invalid"),
        (json!({"send": {"message": text("x")}}), "invalid"),
        (json!({"hello": {}}), "invalid"),
    ] {
        let mut wire = shopper(address).await;
        wire.send(frame.clone()).await;
        assert_eq!(wire.next_of("error").await["error"]["code"], code, "{frame}");
        assert_eq!(wire.closed().await, 1008, "{frame}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_frame_too_large_closes_the_socket() {
    let (world, address) = World::listening().await;
    let talk = world.opened().await;
    for bytes in [64 * 1024 + 1, 1024 * 1024] {
        let (mut wire, _) = greeted(address, &talk, 0).await;
        // The server may close before all of it was written.
        let _closed_early = wire.socket.send(Message::text("x".repeat(bytes))).await;
        assert_eq!(wire.closed().await, 1009, "{bytes}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_not_text_closes_the_socket() {
    use tokio_tungstenite::tungstenite::protocol::frame::{
        Frame,
        coding::{Data, OpCode},
    };
    let (world, address) = World::listening().await;
    let talk = world.opened().await;
    let (mut wire, _) = greeted(address, &talk, 0).await;
    let frame = Frame::message(vec![b'"', 0xff, 0xfe, b'"'], OpCode::Data(Data::Text), true);
    wire.socket.send(Message::Frame(frame)).await.unwrap();
    assert_eq!(wire.closed().await, 1007);
    let (mut wire, _) = greeted(address, &talk, 0).await;
    wire.socket.send(Message::binary(vec![1, 2, 3])).await.unwrap();
    assert_eq!(wire.closed().await, 1008);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_hundred_frames_a_second_are_too_many() {
    let (world, address) = World::listening().await;
    let (talk, rima) = (world.opened().await, world.person("রিমা").await);
    let (mut wire, _) = greeted(address, &talk, 0).await;
    let mut inbox = agent(address, &rima).await;
    for wire in [&mut wire, &mut inbox] {
        for _ in 0..100 {
            wire.socket.feed(Message::text(r#"{"ping":{}}"#)).await.unwrap();
        }
        let _closed_early = wire.socket.flush().await;
        assert_eq!(wire.next_of("error").await["error"]["code"], "too_many");
        assert_eq!(wire.closed().await, 1008);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn one_address_has_so_many_sockets_and_no_more() {
    let (world, address) = World::listening_with(3).await;
    let talk = world.opened().await;
    let mut open = Vec::new();
    for _ in 0..3 {
        open.push(greeted(address, &talk, 0).await);
    }
    let origin = format!("http://{address}");
    let refused = connect(address, "/api/v1/socket", Some(&origin), None).await.err();
    assert_eq!(refused, Some(429));
    open.pop();
    // The server notices that one has left as soon as it has a thread for it.
    for _ in 0..500 {
        if connect(address, "/api/v1/socket", Some(&origin), None).await.is_ok() {
            return;
        }
        tokio::time::sleep(std::time::Duration::from_millis(10)).await;
    }
    panic!("the place was not given back")
}

#[tokio::test(flavor = "multi_thread")]
async fn a_server_that_stops_says_so() {
    let (world, address) = World::listening().await;
    let (talk, rima) = (world.opened().await, world.person("রিমা").await);
    let (mut greeted, _) = greeted(address, &talk, 0).await;
    let mut silent = shopper(address).await;
    let mut inbox = agent(address, &rima).await;
    world.stop.send_replace(true);
    for wire in [&mut greeted, &mut silent, &mut inbox] {
        assert_eq!(wire.closed().await, 1012);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_request_whose_body_never_comes_is_given_up() {
    use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
    let (world, address) = World::listening().await;
    let talk = world.opened().await;
    let mut stream = tokio::net::TcpStream::connect(address).await.unwrap();
    let head = format!(
        "POST /api/v1/conversations/{}/messages HTTP/1.1\r\nhost: {address}\r\norigin: http://{address}\r\n\
         authorization: Bearer {}\r\ncontent-type: application/json\r\ncontent-length: 100\r\nconnection: close\r\n\r\n{{",
        talk.id, talk.secret
    );
    stream.write_all(head.as_bytes()).await.unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).await.unwrap();
    assert!(answer.starts_with("HTTP/1.1 408"), "{answer}");
    assert!(answer.contains(r#""code":"timeout""#), "{answer}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_socket_that_never_reads_is_closed() {
    use tokio_tungstenite::{client_async, tungstenite::client::IntoClientRequest as _};
    let (world, address) = World::listening().await;
    let talk = world.opened().await;
    let long = "ক".repeat(4_000);
    for _ in 0..600 {
        assert_eq!(world.say(&talk, &long).await.status, 200);
    }
    let socket = tokio::net::TcpSocket::new_v4().unwrap();
    socket.set_recv_buffer_size(4_096).unwrap();
    let stream = socket.connect(address).await.unwrap();
    let mut request = format!("ws://{address}/api/v1/socket").into_client_request().unwrap();
    request.headers_mut().insert("origin", world.origin.parse().unwrap());
    let (mut lazy, _) = client_async(request, stream).await.unwrap();
    lazy.send(Message::text(hello(&talk, 0).to_string())).await.unwrap();
    assert!(!world.state.sockets.is_idle());
    for _ in 0..600 {
        if world.state.sockets.is_idle() {
            return;
        }
        tokio::time::sleep(std::time::Duration::from_millis(100)).await;
    }
    panic!("it was waited for without end")
}
