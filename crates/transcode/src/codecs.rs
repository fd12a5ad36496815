//! Names what a file of fragmented MP4 needs of a player ([RFC 6381](https://www.rfc-editor.org/rfc/rfc6381)), from what
//! was really written: `avc1.42c01e,mp4a.40.2`.

/// The codecs of a file, from its beginning; none if there is no H.264 in it.
pub(crate) fn named(init: &[u8]) -> Option<String> {
    let [_version, profile, compatible, level, ..] = after(init, b"avcC")? else { return None };
    let picture = format!("avc1.{profile:02x}{compatible:02x}{level:02x}");
    Some(match after(init, b"esds").and_then(sound) {
        Some(sound) => format!("{picture},{sound}"),
        None => picture,
    })
}

/// What stands after the name of this box.
fn after<'a>(bytes: &'a [u8], name: &[u8; 4]) -> Option<&'a [u8]> {
    let place = bytes.windows(name.len()).position(|window| window == name)?;
    bytes.get(place + name.len()..)
}

/// From the descriptors of ISO 14496-1: that of the stream (3) has that of the decoder (4), which has what the decoder needs
/// to know (5); its first five bits say which AAC it is.
fn sound(esds: &[u8]) -> Option<String> {
    let stream = inside(esds.get(4..)?, 3)?;
    let flags = *stream.get(2)?;
    let decoder = if flags & 0xe0 == 0 { inside(stream.get(3..)?, 4)? } else { return None };
    let (kind, own) = (*decoder.first()?, inside(decoder.get(13..)?, 5)?);
    Some(format!("mp4a.{kind:02x}.{}", own.first()? >> 3))
}

/// What is in a descriptor that begins here, if it has this tag.
fn inside(bytes: &[u8], tag: u8) -> Option<&[u8]> {
    let (first, mut rest) = bytes.split_first()?;
    if *first != tag {
        return None;
    }
    // The length has seven bits a byte; all but the last say that another one follows.
    for _ in 0..4 {
        let (length, more) = rest.split_first()?;
        rest = more;
        if length & 0x80 == 0 {
            break;
        }
    }
    Some(rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    const AVC: &[u8] = b"\0\0\0\x30avcC\x01\x42\xc0\x1e\xff\xe1";
    const AAC: &[u8] =
        b"\0\0\0\x36esds\0\0\0\0\x03\x80\x80\x80\x25\0\x02\0\x04\x80\x80\x80\x17\x40\x15\0\0\0\0\0\x7d\0\
        \0\0\x7d\0\x05\x80\x80\x80\x05\x12\x08\x56\xe5\0";

    #[test]
    fn codecs_are_named_by_what_was_written() {
        assert_eq!(named(&[AVC, AAC].concat()).as_deref(), Some("avc1.42c01e,mp4a.40.2"));
        assert_eq!(named(AVC).as_deref(), Some("avc1.42c01e"));
        assert_eq!(named(AAC), None);
    }

    #[test]
    fn what_is_cut_off_names_nothing_and_breaks_nothing() {
        let whole = [AVC, AAC].concat();
        for length in 0..whole.len() {
            assert!(named(&whole[..length]).is_none_or(|name| name.starts_with("avc1.")), "{length}");
        }
    }
}
