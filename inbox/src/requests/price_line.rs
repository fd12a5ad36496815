//! The prices that were named, as a line in a small picture.

/// How wide the picture is, in its own units.
pub(crate) const WIDTH: i64 = 280;
/// How high it is.
pub(crate) const HEIGHT: i64 = 64;
/// So far from the edge stays a mark.
const EDGE: i64 = 8;

/// Where each price stands: from left to right in time, the dearest on top. One price, or all the same, stands in the middle.
pub(crate) fn points(prices: &[i64]) -> Vec<(i64, i64)> {
    let (Some(least), Some(most)) = (prices.iter().min(), prices.iter().max()) else { return Vec::new() };
    let last = i64::try_from(prices.len() - 1).unwrap_or(i64::MAX);
    let place = |(at, price): (usize, &i64)| {
        let at = i64::try_from(at).unwrap_or(i64::MAX);
        let x = scaled(at, last, WIDTH - 2 * EDGE).unwrap_or(WIDTH / 2 - EDGE);
        let y = scaled(most - price, most - least, HEIGHT - 2 * EDGE).unwrap_or(HEIGHT / 2 - EDGE);
        (EDGE + x, EDGE + y)
    };
    prices.iter().enumerate().map(place).collect()
}

/// The line through the points, as a path.
pub(crate) fn path(points: &[(i64, i64)]) -> String {
    let step = |(at, (x, y)): (usize, &(i64, i64))| format!("{}{x} {y}", if at == 0 { "M" } else { "L" });
    points.iter().enumerate().map(step).collect()
}

/// `part` of `whole`, of a length; `None` where there is no whole.
fn scaled(part: i64, whole: i64, length: i64) -> Option<i64> {
    i64::try_from(i128::from(part) * i128::from(length) / i128::from((whole != 0).then_some(whole)?)).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_dearest_price_is_on_top_and_the_last_at_the_right() {
        assert_eq!(points(&[120_000, 100_000, 110_000]), [(8, 8), (140, 56), (272, 32)]);
        assert_eq!(path(&points(&[2, 1])), "M8 8L272 56");
    }

    #[test]
    fn one_price_or_the_same_one_again_stands_in_the_middle() {
        assert_eq!(points(&[5]), [(140, 32)]);
        assert_eq!(points(&[5, 5]), [(8, 32), (272, 32)]);
        assert_eq!(points(&[]), []);
    }

    #[test]
    fn huge_prices_stay_in_the_picture() {
        assert_eq!(points(&[i64::MAX, 0]), [(8, 8), (272, 56)]);
    }
}
