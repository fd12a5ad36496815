//! Photos: made smaller on the phone, sent with the form, seen by the shop and by nobody else.

use std::path::PathBuf;

use anyhow::{Context as _, Result, ensure};
use serde_json::json;

use alap_tests::{
    desk_page::DeskPage,
    panel_page::PanelPage,
    request_page::RequestPage,
    server::RIMA,
    shots,
    stage::{self, Screen},
    wait,
};

/// A photo as a phone takes it: large. Drawn by the browser itself, so that it is a real one.
async fn large_photo(panel: &PanelPage, folder: &std::path::Path) -> Result<PathBuf> {
    let draw = "const done = arguments[0];
        const canvas = new OffscreenCanvas(3000, 2000), ink = canvas.getContext('2d');
        for (let y = 0; y < 2000; y += 5) for (let x = 0; x < 3000; x += 5) {
            ink.fillStyle = `hsl(${(x * 7 + y * 13) % 360} 70% ${30 + (x * y) % 50}%)`;
            ink.fillRect(x, y, 5, 5);
        }
        canvas.convertToBlob({ type: 'image/jpeg', quality: 0.95 }).then(async blob => {
            let text = '';
            for (const byte of new Uint8Array(await blob.arrayBuffer())) text += String.fromCharCode(byte);
            done(btoa(text));
        })";
    panel.enter().await?;
    let drawn = panel.browser.driver().execute_async(draw, Vec::new()).await?;
    let path = folder.join("from-the-phone.jpg");
    std::fs::write(&path, decoded(drawn.json().as_str().context("a picture")?))?;
    Ok(path)
}

/// Base64, as browsers write it.
fn decoded(text: &str) -> Vec<u8> {
    let value = |byte: u8| match byte {
        b'A'..=b'Z' => Some(byte - b'A'),
        b'a'..=b'z' => Some(byte - b'a' + 26),
        b'0'..=b'9' => Some(byte - b'0' + 52),
        b'+' => Some(62),
        b'/' => Some(63),
        _ => None,
    };
    let sextets: Vec<u8> = text.bytes().filter_map(value).collect();
    let bytes = |group: &[u8]| {
        let number = group.iter().fold(0_u32, |number, sextet| number << 6 | u32::from(*sextet));
        let number = number << (6 * (4 - group.len()));
        number.to_be_bytes()[1..group.len()].to_vec()
    };
    sextets.chunks(4).flat_map(bytes).collect()
}

#[tokio::test]
async fn a_photo_is_made_smaller_here_and_reaches_the_shop() -> Result<()> {
    stage::play("request-photo", async |stage| {
        let (shop, panel) = stage.shopper(Screen::Phone).await?;
        let form = RequestPage::open_named(&shop, &panel, "problem").await?;
        form.write("order", "৫২").await?;
        form.next_asks("trouble").await?;
        form.choose("trouble", "damaged").await?;
        form.next_asks("which").await?;
        form.next_asks("photos").await?;
        let folder = tempfile::tempdir()?;
        let no_picture = folder.path().join("letter.jpg");
        std::fs::write(&no_picture, "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>")?;
        form.attach("photos", &no_picture).await?;
        let told = async || {
            panel.enter().await?;
            panel.browser.text("[data-question=photos] .photo-status").await
        };
        wait::until_like("what is no picture is said to be none", told, |told| !told.is_empty()).await?;
        shots::keep(&panel.browser, "form-no-picture-bn").await?;

        let photo = large_photo(&panel, folder.path()).await?;
        ensure!(std::fs::metadata(&photo)?.len() > 600_000, "a phone's photo is larger than what is sent");
        form.attach("photos", &photo).await?;
        wait::until_true("its picture", async || panel.has("[data-question=photos] .photos img").await)
            .await?;
        shots::keep(&panel.browser, "form-photo-bn").await?;
        form.next_asks("details").await?;
        form.write("details", "হাতায় ছেঁড়া").await?;
        form.next_asks("wish").await?;
        form.choose("wish", "replace").await?;
        form.next_asks("phone").await?;
        form.write("phone", "01712345678").await?;
        form.next_asks("call_me").await?;
        form.next().await?;
        form.reviewed().await?;
        form.send_and_arrive().await?;

        let inbox = stage.seller("seller", Screen::Desktop).await?;
        inbox.log_in(RIMA).await?;
        let desk = DeskPage::open(&inbox).await?;
        desk.open_who_waits().await?;
        let size = "const photo = document.querySelector('.request-panel img[src*=\"/photos/\"]');
            return photo?.complete && photo.naturalWidth ? [photo.naturalWidth, photo.naturalHeight] : null";
        let seen = async || inbox.browser.run::<Option<(u32, u32)>>(size, &[]).await;
        let size = wait::until("the photo in the inbox", seen).await?;
        ensure!(size == (1600, 1067), "{size:?}");
        shots::keep(&inbox.browser, "desk-photo-en").await?;

        // Its address is nothing to who is not logged in.
        let address: String = inbox
            .browser
            .run(
                "return new URL(document.querySelector(arguments[0]).src).pathname",
                &[json!(".request-panel img[src*='/photos/']")],
            )
            .await?;
        let answer = stage.support.get(&address).await?;
        ensure!(answer.starts_with("HTTP/1.1 401"), "{}", answer.lines().next().unwrap_or_default());
        Ok(())
    })
    .await
}
