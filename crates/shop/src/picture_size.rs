//! How large a picture is, from the beginning of its file.

use quick_xml::{Reader, events::Event};

/// The size that a picture's header tells.
pub(crate) fn size_of(head: &[u8]) -> Option<(u32, u32)> {
    if let Ok(size) = imagesize::blob_size(head) {
        let (width, height) = (u32::try_from(size.width).ok()?, u32::try_from(size.height).ok()?);
        return (width > 0 && height > 0).then_some((width, height));
    }
    svg_size(head)
}

/// Of an SVG: `width` and `height` in pixels, or else the `viewBox`.
fn svg_size(head: &[u8]) -> Option<(u32, u32)> {
    let text = String::from_utf8_lossy(head);
    let mut reader = Reader::from_str(&text);
    loop {
        let tag = match reader.read_event().ok()? {
            Event::Start(tag) | Event::Empty(tag) => tag,
            Event::Eof => return None,
            _ => continue,
        };
        if tag.local_name().as_ref() != "svg" {
            return None;
        }
        let get = |name: &str| {
            tag.try_get_attribute(name).ok().flatten().map(|attribute| attribute.value.into_owned())
        };
        let pixels = |name| get(name).and_then(|text| whole(text.trim().trim_end_matches("px")));
        if let (Some(width), Some(height)) = (pixels("width"), pixels("height")) {
            return Some((width, height));
        }
        let view = get("viewBox")?;
        let numbers: Vec<_> =
            view.split([' ', ',', '\t', '\n', '\r']).filter(|number| !number.is_empty()).collect();
        let [_, _, width, height] = numbers.as_slice() else {
            return None;
        };
        return Some((whole(width)?, whole(height)?));
    }
}

fn whole(text: &str) -> Option<u32> {
    let number = text.parse::<f64>().ok()?.round();
    (number >= 1.0 && number <= f64::from(u32::MAX)).then_some(number as u32)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headers_tell_the_size() {
        let png = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x02\x80\0\0\x01\xe0\x08\x06\0\0\0";
        let gif = b"GIF89a\x40\x01\xf0\0\x80\0\0";
        let jpeg =
            b"\xff\xd8\xff\xe0\0\x10JFIF\0\x01\x01\0\0\x01\0\x01\0\0\xff\xc0\0\x11\x08\x01\xe0\x02\x80\x03";
        let webp = b"RIFF\x1a\0\0\0WEBPVP8L\x0d\0\0\0\x2f\x7f\xc2\x77\0\0\0\0\0\0\0\0\0";
        assert_eq!(size_of(png), Some((640, 480)));
        assert_eq!(size_of(gif), Some((320, 240)));
        assert_eq!(size_of(jpeg), Some((640, 480)));
        assert_eq!(size_of(webp), Some((640, 480)));
    }

    #[test]
    fn a_drawing_has_the_size_that_it_says_or_that_of_its_view() {
        for (svg, size) in [
            ("<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 400 500'/>", Some((400, 500))),
            (
                "<?xml version='1.0'?>\n<!-- x -->\n<svg width='64px' height='32' viewBox='0 0 1 1'>",
                Some((64, 32)),
            ),
            ("<svg width='100%' height='100%' viewBox='0,0, 12.6 9'>", Some((13, 9))),
            ("<svg viewBox='0 0 0 0'>", None),
            ("<svg>", None),
            ("<html><svg viewBox='0 0 1 1'/></html>", None),
            ("no picture", None),
        ] {
            assert_eq!(size_of(svg.as_bytes()), size, "{svg}");
        }
    }
}
